/** Slots taken at most, in 1⁄256. */
const fullness = 160;

/**
 * Which node comes after a node by a key: all edges of the tries in one hash table with open addressing (Knuth, TAOCP 3,
 * section 6.4). A third of the time that one Map with numbers beyond 2³¹ takes, and twelve bytes for an edge.
 */
export class PathTable {
  #nodes = new Int32Array(1_024).fill(-1);
  #keys = new Int32Array(1_024);
  #children = new Int32Array(1_024);
  #size = 0;

  /** The node after `node`, or -1. */
  get(node: number, key: number): number {
    const mask = this.#nodes.length - 1;
    for (let slot = hash(node, key) & mask; ; slot = (slot + 1) & mask) {
      const found = this.#nodes[slot];
      if (found === -1) return -1;
      if (found === node && this.#keys[slot] === key) return this.#children[slot] ?? -1;
    }
  }

  /** For a path that is not there yet. */
  add(node: number, key: number, child: number): void {
    if ((this.#size + 1) * 256 > this.#nodes.length * fullness) this.#grow();
    this.#put(node, key, child);
    this.#size++;
  }

  #put(node: number, key: number, child: number): void {
    const mask = this.#nodes.length - 1;
    let slot = hash(node, key) & mask;
    while (this.#nodes[slot] !== -1) slot = (slot + 1) & mask;
    this.#nodes[slot] = node;
    this.#keys[slot] = key;
    this.#children[slot] = child;
  }

  #grow(): void {
    const [nodes, keys, children] = [this.#nodes, this.#keys, this.#children];
    this.#nodes = new Int32Array(nodes.length * 2).fill(-1);
    this.#keys = new Int32Array(nodes.length * 2);
    this.#children = new Int32Array(nodes.length * 2);
    for (let slot = 0; slot < nodes.length; slot++) {
      const node = nodes[slot] ?? -1;
      if (node !== -1) this.#put(node, keys[slot] ?? 0, children[slot] ?? 0);
    }
  }
}

/** Two numbers mixed so that neighbours part (finaliser of MurmurHash3, A. Appleby, public domain). */
function hash(node: number, key: number): number {
  let mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(key, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
