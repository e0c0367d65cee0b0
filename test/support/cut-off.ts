import { spawn, spawnSync } from 'node:child_process';
import { projectFolder } from './project-folder.ts';

/*
 * A network namespace of Linux with a way out that leads nowhere: a pair of virtual cards with a default route. Whatever
 * wants to reach anything but this machine (a connection, a name to be looked up) sends at least one packet there, and
 * the card counts it. Names are looked up beyond it too: the stub resolver of many machines listens on loopback, where
 * nothing is counted. IPv6 is off on the cards, because the kernel itself would talk: such an attempt fails unseen.
 */
const script = `set -e
ip link set lo up
ip link add outside type veth peer name inside
echo 1 > /proc/sys/net/ipv6/conf/outside/disable_ipv6
echo 1 > /proc/sys/net/ipv6/conf/inside/disable_ipv6
ip address add 198.18.0.1/24 dev outside
ip link set inside up
ip link set outside up
ip route add default via 198.18.0.2 dev outside
replace() {
  [ -e "$1" ] || return 0
  content=$(mktemp)
  printf '%s' "$2" > "$content"
  mount --bind "$content" "$1"
  rm "$content"
}
replace /etc/resolv.conf 'nameserver 198.18.0.2\noptions timeout:1 attempts:1\n'
replace /etc/nsswitch.conf 'passwd: files\ngroup: files\nhosts: files dns\n'
status=0
"$@" >&2 || status=$?
echo "$status"
ip -statistics -json link show outside`;

const namespace = ['--net', '--mount', '--map-root-user', '--', 'sh', '-c', script, 'cut-off'];

/** Why it cannot be had here; null where it can. */
export function whyNoCutOff(): string | null {
  if (process.platform !== 'linux') return 'network namespaces are of Linux';
  const tried = spawnSync('unshare', [...namespace, 'true'], { encoding: 'utf8' });
  if (tried.error !== undefined) return 'unshare (util-linux) is missing';
  return tried.status === 0
    ? null
    : 'this machine gives no network namespace to its users, or ip (iproute2) is missing';
}

/** Runs a program that cannot reach anything, and counts the packets with which it, or what it starts, has tried to. */
export async function runCutOff(
  command: readonly string[],
  variables: Record<string, string> = {},
): Promise<{ exitCode: number; packets: number; output: string }> {
  const child = spawn('unshare', [...namespace, ...command], {
    cwd: projectFolder,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let counted = '';
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (counted += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  await new Promise((resolve) => child.once('close', resolve));
  const [status = '', ...rest] = counted.split('\n');
  const [card] = JSON.parse(rest.join('\n')) as { stats64: { tx: { packets: number } } }[];
  if (card === undefined) throw new Error('the card was not counted');
  return { exitCode: Number(status), packets: card.stats64.tx.packets, output };
}
