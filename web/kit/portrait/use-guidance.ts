// The running guidance as a hook: what the camera sees, judged a few times a second while it is on.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { useCamera } from './camera.ts'
import { guide, type Guidance } from './guidance.ts'

const guideEvery_ms = 450

/** null before the first look, and while the camera has no picture. */
export const useGuidance = ({ video, state }: ReturnType<typeof useCamera>): Guidance | null => {
  const [guidance, setGuidance] = useState<Guidance | null>(null)
  const sheet = useRef<HTMLCanvasElement | null>(null)
  useEffect(() => {
    if (state !== 'on') {
      return
    }
    const timer = setInterval(() => {
      if (video.current) {
        setGuidance(guide(video.current, (sheet.current ??= document.createElement('canvas'))))
      }
    }, guideEvery_ms)
    return () => clearInterval(timer)
  }, [state])
  return guidance
}
