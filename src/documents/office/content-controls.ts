/**
 * Form fields of Word: content controls (`w:sdt`, ECMA-376 part 1, 17.5.2, with the boxes of Word 2010) and the legacy
 * fields of protected forms (`w:ffData`, 17.16.17). Tells what is shown in their place.
 */
import { box } from '../text-sheet.ts'
import type { Attributes } from '../xml.ts'

interface Control {
  label: string
  /** What is shown instead of the content: a box, or `-` while the prompt is still there. */
  instead: string | null
  wasShown: boolean
}

interface LegacyField {
  kind: 'text' | 'box' | 'list' | null
  isTicked: boolean
  choice: number
  choices: string[]
  /** Whether its result has ink. */
  hasResult: boolean
  isInResult: boolean
}

const MAX_CHOICES = 200

export class ContentControls {
  private readonly controls: Control[] = []
  private readonly fields: LegacyField[] = []
  private isInProperties = false
  /** Label of a control that is all there is of a paragraph; '' once there is more. */
  private alone: string | null = null

  open(name: string, attribute: Attributes): void {
    const control = this.controls.at(-1)
    if (name === 'sdt') this.controls.push({ label: '', instead: null, wasShown: false })
    else if (name === 'sdtPr') this.isInProperties = true
    else if (control !== undefined && this.isInProperties) readProperty(control, name, attribute)
    else this.openLegacy(name, attribute)
  }

  /** Returns what stands in the text where the element ends. */
  close(name: string): string {
    if (name === 'sdt') return leftUnshown(this.controls.pop())
    if (name === 'sdtPr') this.isInProperties = false
    else if (name === 'ffData') return legacyText(this.fields.at(-1))
    return ''
  }

  /** What is shown in place of some text. */
  replace(text: string): string {
    const control = this.controls.find(({ instead }) => instead !== null)
    this.noteAlone(text, this.controls.at(-1))
    const legacy = this.fields.at(-1)
    if (legacy?.isInResult && /\S/.test(text)) legacy.hasResult = true
    if (control === undefined) return text
    if (control.wasShown) return ''
    control.wasShown = true
    return control.instead ?? ''
  }

  /** At a field's begin, separation and end: returns what stands there. */
  fieldMark(type: string): string {
    if (type === 'begin') this.fields.push(newField())
    const legacy = this.fields.at(-1)
    if (legacy !== undefined && type === 'separate') legacy.isInResult = true
    if (type !== 'end') return ''
    this.fields.pop()
    return legacy?.kind === 'text' && !legacy.hasResult ? '-' : ''
  }

  /** The label of the paragraph that just ended, when a labelled control was all of it. */
  takeLabel(): string | null {
    const label = this.alone
    this.alone = null
    return label === '' ? null : label
  }

  private noteAlone(text: string, control: Control | undefined): void {
    if (!/\S/.test(text)) return
    const label = control === undefined || control.instead?.startsWith('[') ? '' : control.label
    this.alone = this.alone === null || this.alone === label ? label : ''
  }

  private openLegacy(name: string, attribute: Attributes): void {
    const legacy = this.fields.at(-1)
    if (legacy === undefined || legacy.isInResult) return
    const value = attribute('val') ?? ''
    if (name === 'textInput') legacy.kind = 'text'
    else if (name === 'checkBox') legacy.kind = 'box'
    else if (name === 'ddList') legacy.kind = 'list'
    // `default` comes before `checked` and `result`, which overrule it.
    else if (name === 'checked' || name === 'default') legacy.isTicked = isOn(attribute('val'))
    if (name === 'default' || name === 'result') legacy.choice = Number.parseInt(value, 10) || 0
    if (name === 'listEntry' && legacy.choices.length < MAX_CHOICES) legacy.choices.push(value)
  }
}

/** A box or prompt whose content was empty. */
function leftUnshown(control: Control | undefined): string {
  return control === undefined || control.wasShown ? '' : (control.instead ?? '')
}

function readProperty(control: Control, name: string, attribute: Attributes): void {
  if (name === 'alias') control.label = attribute('val') ?? ''
  else if (name === 'showingPlcHdr' && isOn(attribute('val'))) control.instead ??= '-'
  else if (name === 'checkbox') control.instead = `${box(false, '')} `
  else if (name === 'checked') control.instead = `${box(isOn(attribute('val')), '')} `
}

function newField(): LegacyField {
  return { kind: null, isTicked: false, choice: 0, choices: [], hasResult: false, isInResult: false }
}

function legacyText(legacy: LegacyField | undefined): string {
  if (legacy?.kind === 'box') return `${box(legacy.isTicked, '')} `
  if (legacy?.kind === 'list') return legacy.choices[legacy.choice] ?? ''
  return ''
}

/** ST_OnOff: on unless it says off. */
export function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off'
}
