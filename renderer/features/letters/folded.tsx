import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactElement, type ReactNode, useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';

export interface FoldedProps {
  title: string;
  isOpenAtFirst?: boolean;
  /** Drawn when it is open. */
  children: ReactNode;
}

/** What most letters go without. */
export function Folded({ title, isOpenAtFirst = false, children }: FoldedProps): ReactElement {
  const id = useId();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <div>
      <Button
        kind="quiet"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onPress={() => setOpen(!isOpen)}
      >
        {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
        {title}
      </Button>
      {isOpen && <div id={id}>{children}</div>}
    </div>
  );
}
