/**
 * A linear learner for many sparse features: softmax over classes, or one logistic curve per label, with an L2 penalty.
 * Deterministic: the order of the examples is shuffled by a counter, never by chance, so the same examples give the
 * same model.
 */
import { softmax } from '../understand/model/softmax.ts'

/** One example: indexes of its features, rising, and their values. */
export interface Row {
  readonly indexes: Uint32Array
  readonly values: Float64Array
}

/** `softmax`: exactly one label is right. `logistic`: each label is a question of its own. */
export type Loss = 'softmax' | 'logistic'

export interface Weights {
  /** Per label. */
  readonly bias: Float64Array
  /** Feature by label: `weights[feature * labels + label]`. */
  readonly weights: Float64Array
}

export interface Training {
  readonly rows: readonly Row[]
  /** Per row the wanted share of each label, 0..1. */
  readonly targets: readonly (readonly number[])[]
  /** Per row how much it counts; default 1. */
  readonly importance?: readonly number[]
  readonly features: number
  readonly labels: number
  readonly loss: Loss
}

const EPOCHS = 14
/** The mean over the later epochs generalises better than the last one (Polyak averaging). */
const WARM_UP = 4
const RATE = 0.06
const PENALTY = 1e-4

/** Adaptive gradient descent (Duchi 2011): rare features take larger steps than common ones. */
export function trainLinear({ rows, targets, importance, features, labels, loss }: Training): Weights {
  const weights = new Float64Array(features * labels)
  const squares = new Float64Array(features * labels).fill(1e-2)
  const bias = new Float64Array(labels)
  const biasSquares = new Float64Array(labels).fill(1e-2)
  const mean = { bias: new Float64Array(labels), weights: new Float64Array(features * labels) }
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const at of shuffled(rows.length, epoch)) {
      const row = rows[at] as Row
      const wanted = targets[at] as readonly number[]
      const counts = importance?.[at] ?? 1
      const shares = probabilities({ bias, weights }, row, loss)
      for (let label = 0; label < labels; label += 1) {
        const slope = counts * ((shares[label] as number) - (wanted[label] as number))
        if (Math.abs(slope) < 4e-3) continue
        bias[label] = stepped(bias, biasSquares, label, slope)
        for (let i = 0; i < row.indexes.length; i += 1) {
          const cell = (row.indexes[i] as number) * labels + label
          const gradient = slope * (row.values[i] as number) + PENALTY * (weights[cell] as number)
          weights[cell] = stepped(weights, squares, cell, gradient)
        }
      }
    }
    if (epoch >= WARM_UP) addTo(mean, { bias, weights }, 1 / (EPOCHS - WARM_UP))
  }
  return mean
}

function addTo(sum: Weights, part: Weights, share: number): void {
  for (let at = 0; at < sum.bias.length; at += 1)
    sum.bias[at] = (sum.bias[at] as number) + share * (part.bias[at] as number)
  for (let at = 0; at < sum.weights.length; at += 1)
    sum.weights[at] = (sum.weights[at] as number) + share * (part.weights[at] as number)
}

function stepped(values: Float64Array, squares: Float64Array, cell: number, gradient: number): number {
  const square = (squares[cell] as number) + gradient * gradient
  squares[cell] = square
  return (values[cell] as number) - (RATE * gradient) / Math.sqrt(square)
}

/** The share of each label for a row. */
export function probabilities({ bias, weights }: Weights, row: Row, loss: Loss): Float64Array {
  const labels = bias.length
  const scores = Float64Array.from(bias)
  for (let i = 0; i < row.indexes.length; i += 1) {
    const from = (row.indexes[i] as number) * labels
    const value = row.values[i] as number
    for (let label = 0; label < labels; label += 1)
      scores[label] = (scores[label] as number) + value * (weights[from + label] as number)
  }
  return loss === 'softmax' ? Float64Array.from(softmax(scores)) : scores.map((score) => 1 / (1 + Math.exp(-score)))
}

/** 0..count-1 in an order that depends on the epoch only (Fisher-Yates over a linear congruential generator). */
function shuffled(count: number, epoch: number): readonly number[] {
  const order = Array.from({ length: count }, (_, at) => at)
  let state = (epoch + 1) * 2_654_435_761
  for (let at = count - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = state % (at + 1)
    const kept = order[at] as number
    order[at] = order[other] as number
    order[other] = kept
  }
  return order
}
