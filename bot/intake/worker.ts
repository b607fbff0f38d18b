// What runs in a thread of the worker pool.
import { takePhoto, type PhotoTask } from './pipeline.ts'

export default (task: PhotoTask) => takePhoto(task)
