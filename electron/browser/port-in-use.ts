/** The port that was asked for belongs to another program. */
export class PortInUse extends Error {
  readonly port: number;

  constructor(port: number) {
    super(`port ${String(port)} is in use`);
    this.name = 'PortInUse';
    this.port = port;
  }
}
