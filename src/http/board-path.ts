/** Where the queue is shown, below the address of the HTTP server. */
export const BOARD_PATH = '/queues'
