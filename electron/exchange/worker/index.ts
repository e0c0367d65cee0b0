import { hearParent } from '../../helper-port.ts';

hearParent(() => undefined);
