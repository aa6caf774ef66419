/**
 * Tesseract 5 as WebAssembly with its English model, both out of their npm packages: nothing is fetched, and no code
 * that could is loaded. It works synchronously, so it belongs into a thread that may be ended.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { type GrayPicture, graymap } from './gray.ts'
import { readGrayPng } from './png.ts'
import { type Word, wordsOf } from './words.ts'

export interface Engine {
  /** A picture file unpacked; null when it is damaged or of a sort that the engine was built without. */
  unpack(file: Uint8Array): GrayPicture | null
  /** The words on an upright picture with their places in it; skew is straightened. */
  recognise(picture: GrayPicture): readonly Word[]
}

/** What is used of the C++ interface (tesseract's baseapi.h). */
interface TessBaseApi {
  Init(dataPath: string | null, language: string, engineMode: number): number
  SetPageSegMode(mode: number): void
  /** Reads `/input`; 1 when it cannot. `orientation` as in EXIF, `angle` in radians. */
  SetImageFile(orientation: number, angle: number): number
  WriteImage(sort: number, path: string): void
  FindLines(): number
  GetGradient(): number
  Recognize(monitor: null): number
  GetTSVText(page: number): string
  Clear(): void
}
interface TessModule {
  readonly TessBaseAPI: new () => TessBaseApi
  readonly FS: {
    writeFile(path: string, bytes: Uint8Array): void
    readFile(path: string): Uint8Array
    unlink(path: string): void
  }
}
type LoadTesseract = (options: Readonly<Record<string, unknown>>) => Promise<TessModule>

/**
 * Always this build, so that every machine reads the same: the one with relaxed SIMD rounds as its processor likes.
 * SIMD itself is there wherever Node 20 runs.
 */
const CORE = 'tesseract.js-core/tesseract-core-simd-lstm'
/** The small model: on the same pages as good as the one of 11 MB, with 70 MB less memory. */
const MODEL = '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz'

const LSTM_ONLY = 1
const AUTOMATIC_LAYOUT = 3
const UPRIGHT = 1
const GRAY = 1
/** Less skew than this, in radians, is left to the engine, which reads it as well. */
const SKEW = 0.004
/** Larger than any sheet is laid: what was found are no lines. */
const WILD_SKEW = 0.35

export async function loadEngine(): Promise<Engine> {
  const require = createRequire(import.meta.url)
  const load = require(CORE) as LoadTesseract
  const silent = () => undefined
  const tesseract = await load({ print: silent, printErr: silent, TesseractProgress: silent })
  tesseract.FS.writeFile('./eng.traineddata', gunzipSync(readFileSync(require.resolve(MODEL))))
  const api = new tesseract.TessBaseAPI()
  if (api.Init(null, 'eng', LSTM_ONLY) !== 0) throw new Error('The model of the text recogniser cannot be used.')
  tesseract.FS.unlink('./eng.traineddata')
  return engineOf(tesseract, api)
}

function engineOf({ FS }: TessModule, api: TessBaseApi): Engine {
  /** False when the engine cannot read it. */
  function show(file: Uint8Array, angle: number): boolean {
    FS.writeFile('/input', file)
    const isRead = api.SetImageFile(UPRIGHT, angle) !== 1
    FS.unlink('/input')
    return isRead
  }

  return {
    unpack(file) {
      if (!show(file, 0)) return null
      api.WriteImage(GRAY, '/image.png')
      const png = FS.readFile('/image.png')
      FS.unlink('/image.png')
      api.Clear()
      return readGrayPng(Buffer.from(png.buffer, png.byteOffset, png.byteLength))
    },

    recognise(picture) {
      const file = graymap(picture)
      api.SetPageSegMode(AUTOMATIC_LAYOUT)
      if (!show(file, 0)) return []
      api.FindLines()
      const skew = api.GetGradient()
      // Words are gathered into lines by their heights on the page later on, so lines have to be level.
      if (Math.abs(skew) > SKEW && Math.abs(skew) < WILD_SKEW) show(file, skew)
      api.Recognize(null)
      const words = wordsOf(api.GetTSVText(0))
      api.Clear()
      return words
    },
  }
}
