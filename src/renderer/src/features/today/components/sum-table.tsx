import styles from '../today.module.css';

export interface SumRow {
  id: string;
  name: string;
  /** Already formatted; one a column after the first. */
  values: readonly string[];
}

/** A small table of names and figures. */
export function SumTable({
  label,
  columns,
  rows,
}: {
  label: string;
  columns: readonly string[];
  rows: readonly SumRow[];
}) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={column} scope="col" className={index === 0 ? styles.headName : styles.headFigure}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className={styles.name}>
              {row.name}
            </th>
            {row.values.map((value, index) => (
              <td key={columns[index + 1]} className={styles.figure}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
