// The camera as a hook: asked for when wanted, given back when the page is left or put aside.
import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

export type CameraState = 'asking' | 'on' | 'refused' | 'none'

const stateOf = (error: unknown): CameraState =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'SecurityError')
    ? 'refused'
    : 'none'

type Wanted = {
  readonly size?: { readonly width: number; readonly height: number }
  /** One camera of several, by the browser's own id. */
  readonly camera?: string
}
const usual = { width: 1280, height: 960 }

/** `facing`: 'user' for a portrait, 'environment' for a code or a paper. */
export const useCamera = (
  facing: 'user' | 'environment',
  isWanted: boolean,
  { size = usual, camera = '' }: Wanted = {},
): { video: RefObject<HTMLVideoElement | null>; state: CameraState } => {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<CameraState>('asking')
  useEffect(() => {
    if (!isWanted) {
      return
    }
    let stream: MediaStream | null = null
    let isLeft = false
    setState('asking')
    const start = async () => {
      try {
        if (!navigator.mediaDevices?.getUserMedia) {
          throw new Error('no camera in this browser')
        }
        stream = await navigator.mediaDevices.getUserMedia({
          audio: false,
          video: {
            ...(camera ? { deviceId: { ideal: camera } } : { facingMode: facing }),
            width: { ideal: size.width },
            height: { ideal: size.height },
          },
        })
        if (isLeft) {
          return stop()
        }
        if (video.current) {
          video.current.srcObject = stream
          await video.current.play().catch(() => undefined)
        }
        setState('on')
      } catch (error) {
        if (!isLeft) {
          setState(stateOf(error))
        }
      }
    }
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) {
        track.stop()
      }
    }
    void start()
    return () => {
      isLeft = true
      stop()
    }
  }, [isWanted, facing, camera, size.width, size.height])
  return { video, state }
}
