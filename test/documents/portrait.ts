import type { Box, Canvas, Colour } from './canvas.ts'

/** Nobody's face: what a portrait is to a camera, a head on a coloured ground. */
export function portrait(canvas: Canvas, box: Box, ground: Colour): void {
  const { x, y, width, height } = box
  canvas.shape(box, ground)
  const middle = x + width / 2
  const inside = (px: number, py: number) => px >= x && px < x + width && py < y + height
  const shoulders = { cx: middle, cy: y + height * 1.02, rx: width * 0.46, ry: height * 0.34 }
  canvas.shape(
    { x, y: y + height * 0.6, width, height: height * 0.4 },
    [235, 236, 238],
    (px, py) => inside(px, py) && ((px - shoulders.cx) / shoulders.rx) ** 2 + ((py - shoulders.cy) / shoulders.ry) ** 2 <= 1,
  )
  canvas.shape({ x: middle - width * 0.1, y: y + height * 0.52, width: width * 0.2, height: height * 0.22 }, [205, 158, 124])
  canvas.ellipse(middle, y + height * 0.34, width * 0.27, height * 0.2, [34, 26, 24])
  canvas.ellipse(middle, y + height * 0.4, width * 0.23, height * 0.2, [218, 172, 138])
  for (const side of [-1, 1])
    canvas.ellipse(middle + side * width * 0.09, y + height * 0.37, width * 0.03, height * 0.012, [40, 28, 24])
  canvas.ellipse(middle, y + height * 0.5, width * 0.07, height * 0.012, [150, 80, 72])
}
