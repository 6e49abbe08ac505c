// A paper that nobody issued, drawn as it would lie before a desk's camera: what was typed of it stands there
// in print, with lines that say nothing, a signature and a seal.
import type { SimulatedPaper } from '../../web/kit/simulators.ts'

const SHEET = { width: 1100, height: 1500 } as const
const LEFT = 130
const RIGHT = SHEET.width - 130
const MIDDLE = SHEET.width / 2

type Canvas = CanvasRenderingContext2D

const write = (
  canvas: Canvas,
  text: string,
  at: { readonly x: number; readonly y: number; readonly size: number; readonly isBold?: boolean },
  align: CanvasTextAlign = 'center',
): void => {
  canvas.font = `${at.isBold ? 700 : 400} ${at.size}px "Be Vietnam Pro", sans-serif`
  canvas.textAlign = align
  canvas.fillText(text, at.x, at.y, RIGHT - LEFT)
}

const drawHead = (canvas: Canvas, { kind, number, authority, date }: SimulatedPaper): void => {
  write(canvas, authority.toLocaleUpperCase('vi'), { x: LEFT, y: 170, size: 28, isBold: true }, 'left')
  write(canvas, `Số: ${number}`, { x: LEFT, y: 215, size: 28 }, 'left')
  write(canvas, 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', { x: MIDDLE, y: 300, size: 30, isBold: true })
  write(canvas, 'Độc lập - Tự do - Hạnh phúc', { x: MIDDLE, y: 345, size: 28 })
  canvas.fillRect(MIDDLE - 150, 362, 300, 2)
  write(canvas, kind.toLocaleUpperCase('vi'), { x: MIDDLE, y: 470, size: 46, isBold: true })
  write(canvas, `Ngày ${date}`, { x: MIDDLE, y: 525, size: 28 })
}

/** Grey bars where a real paper has its text. */
const drawText = (canvas: Canvas, from: number, lines: number): void => {
  canvas.fillStyle = '#8d9490'
  for (let line = 0; line < lines; line += 1) {
    const isLast = line % 5 === 4
    canvas.fillRect(LEFT + (line % 5 === 0 ? 50 : 0), from + line * 38, isLast ? 460 : RIGHT - LEFT - 50, 11)
  }
}

const drawSeal = (canvas: Canvas): void => {
  const at = { x: RIGHT - 170, y: 1250 }
  canvas.strokeStyle = '#c02f2ad0'
  canvas.lineWidth = 7
  for (const radius of [110, 78]) {
    canvas.beginPath()
    canvas.arc(at.x, at.y, radius, 0, 2 * Math.PI)
    canvas.stroke()
  }
  canvas.fillStyle = '#c02f2ad0'
  write(canvas, 'MẪU THỬ', { x: at.x, y: at.y + 11, size: 30, isBold: true })
  canvas.strokeStyle = '#22366f'
  canvas.lineWidth = 5
  canvas.beginPath()
  canvas.moveTo(at.x - 190, at.y + 10)
  canvas.bezierCurveTo(at.x - 120, at.y - 110, at.x - 90, at.y + 90, at.x - 20, at.y - 30)
  canvas.bezierCurveTo(at.x + 20, at.y - 90, at.x + 40, at.y + 50, at.x + 130, at.y - 20)
  canvas.stroke()
}

/** JPEG; null where the browser draws nothing. */
export const drawPaper = async (paper: SimulatedPaper, page: number): Promise<Blob | null> => {
  const sheet = document.createElement('canvas')
  sheet.width = SHEET.width
  sheet.height = SHEET.height
  const canvas = sheet.getContext('2d')
  if (!canvas) {
    return null
  }
  // The desk under it, and the sheet a little askew.
  canvas.fillStyle = '#4d5f58'
  canvas.fillRect(0, 0, SHEET.width, SHEET.height)
  canvas.translate(MIDDLE, SHEET.height / 2)
  canvas.rotate(page % 2 === 1 ? -0.008 : 0.006)
  canvas.translate(-MIDDLE, -SHEET.height / 2)
  canvas.fillStyle = '#fbf9f2'
  canvas.fillRect(50, 50, SHEET.width - 100, SHEET.height - 100)
  canvas.fillStyle = '#1c1f1e'
  if (page === 1) {
    drawHead(canvas, paper)
    drawText(canvas, 590, 15)
  } else {
    write(canvas, `${paper.number}, trang ${page}`, { x: MIDDLE, y: 150, size: 28 })
    drawText(canvas, 230, 24)
  }
  drawSeal(canvas)
  canvas.fillStyle = '#1c1f1e'
  write(canvas, `Trang ${page}. Giấy của thế giới thử, không có giá trị`, { x: MIDDLE, y: 1425, size: 22 })
  return new Promise((resolve) => sheet.toBlob(resolve, 'image/jpeg', 0.9))
}
