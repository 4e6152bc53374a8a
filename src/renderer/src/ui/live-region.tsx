import { create } from 'zustand';

interface Announcement {
  text: string;
  urgent: boolean;
  turn: number;
}

const useAnnouncement = create<Announcement>(() => ({ text: '', urgent: false, turn: 0 }));

/** Says a text to those who hear the screen, e.g. the result of a scan; the same text twice is said twice. */
export function announce(text: string, { urgent = false }: { urgent?: boolean } = {}): void {
  useAnnouncement.setState(({ turn }) => ({ text, urgent, turn: turn + 1 }));
}

/** The place announcements are read from; mounted once by the app. */
export function LiveRegion() {
  const { text, urgent, turn } = useAnnouncement();
  // A trailing no-break space on every other turn makes a repeated text a change.
  const spoken = turn % 2 === 0 ? text : `${text}\u00a0`;
  return (
    <>
      <div className="visuallyHidden" role="status" aria-live="polite">
        {urgent ? '' : spoken}
      </div>
      <div className="visuallyHidden" role="alert" aria-live="assertive">
        {urgent ? spoken : ''}
      </div>
    </>
  );
}
