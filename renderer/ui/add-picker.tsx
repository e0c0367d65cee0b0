import { type ReactElement, useState } from 'react';
import { Picker, type PickerProps } from './picker.tsx';
import { useIsReadOnly } from './read-only.tsx';

export interface AddPickerProps extends Pick<PickerProps, 'label' | 'hint' | 'items'> {
  onAdd: (id: string) => void;
}

/**
 * A way to add to a list: it holds nothing. Each choice leaves a fresh picker with the focus, unless the list gives it
 * to the first field of its new row, as `append` of react-hook-form does.
 */
export function AddPicker({ onAdd, ...picker }: AddPickerProps): ReactElement | null {
  const [added, setAdded] = useState(0);
  const isReadOnly = useIsReadOnly();
  if (isReadOnly) return null;
  return (
    <Picker
      {...picker}
      key={added}
      autoFocus={added > 0}
      value={null}
      onChange={(id) => {
        if (id === null) return;
        setAdded(added + 1);
        onAdd(id);
      }}
    />
  );
}
