import { Collapse } from '@grafana/ui';
import React, { type ReactNode, useState } from 'react';

export interface SectionProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Fields that few need, folded away. */
export function Section({ label, children }: SectionProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Collapse collapsible label={label} isOpen={isOpen} onToggle={setIsOpen}>
      {isOpen ? children : null}
    </Collapse>
  );
}
