import type { ImagesService } from '../services/images.ts'
import type { Implementer } from './implementer.ts'

export function imagesRoutes({ images: os }: Implementer, images: ImagesService) {
  return os.router({
    add: os.add.handler(({ input }) => images.add(input)),
    read: os.read.handler(({ input }) => images.read(input)),
  })
}
