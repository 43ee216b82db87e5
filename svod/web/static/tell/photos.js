// Make a photo small on the phone: drawn on a canvas and saved anew, it holds nothing but its pixels.
const LONGEST_SIDE = 1600;
const QUALITY = 0.8;

// Its bytes as a JPEG. Throws where the browser cannot read the picture.
export async function shrunk(file) {
  const picture = await read(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const drawing = canvas.getContext("2d");
  drawing.fillStyle = "#fff"; // a JPEG is never transparent
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close?.();
  const saved = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  if (!saved) throw new Error("no picture");
  return saved.arrayBuffer();
}

async function read(file) {
  if ("createImageBitmap" in window) return createImageBitmap(file, { imageOrientation: "from-image" });
  const picture = new Image();
  picture.src = URL.createObjectURL(file);
  await picture.decode();
  return picture;
}
