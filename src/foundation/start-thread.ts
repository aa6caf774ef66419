import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Starts the thread whose file stands beside `base`, an `import.meta.url`. Compiled, it runs that file; from sources, in
 * development and tests, it loads tsx first. `entry` has no extension.
 */
export function startThread(base: string, entry: string, options: WorkerOptions): Worker {
  const isSource = base.endsWith('.ts')
  const file = new URL(`${entry}.${isSource ? 'ts' : 'js'}`, base)
  if (!isSource) return new Worker(file, options)
  // `--import tsx` does nothing in a thread under Node 20: tsx registers itself in the main thread only. The bare name
  // is resolved from the working directory, which in development is the checkout.
  const bootstrap = `import('tsx/esm/api').then(({ register }) => { register(); return import('${file}') })`
  return new Worker(bootstrap, { ...options, eval: true })
}
