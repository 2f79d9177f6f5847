#pragma once

#include <QTableView>

namespace signalbox::ui {

/// A table the way all panels have it: rows are chosen whole, columns are remembered under `name`, Ctrl+C copies rows as TSV with
/// their headings, and rows inserted above what is on screen do not move it.
class DataTable : public QTableView {
    Q_OBJECT

public:
    /// `name` keys the remembered layout, `runs`; `accessibleName` is for screen readers.
    DataTable(const QString& name, const QString& accessibleName, QWidget* parent = nullptr);
    ~DataTable() override;

    void setModel(QAbstractItemModel* model) override;
    /// Widths in px at text scale 100 %, used where nothing is remembered. The last visible column takes what is left.
    void setColumnWidths(const QList<int>& widths);
    /// The chosen rows as tab-separated text.
    QString selectionAsTsv() const;
    /// J and K go to the next and the previous row.
    void walkWithKeys();
    /// Entries added to the context menu, after Copy.
    void addRowAction(QAction* action);

Q_SIGNALS:
    /// Return or a double click.
    void rowActivated(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void restyle();
    void restoreColumns();
    int titleWidth(int column) const;
    void saveColumns();
    void copySelection();

    QString m_name;
    QList<int> m_widths;
    QList<QAction*> m_rowActions;
    bool m_keepTop = false;
    bool m_restoring = false;
};

} // namespace signalbox::ui
