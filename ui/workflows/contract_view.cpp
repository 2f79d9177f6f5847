#include "ui/workflows/contract_view.h"

#include "ui/widgets/data_table.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/text_label.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QString indented(const QJsonObject& row) {
    const int depth = std::max(0, row.value("depth"_L1).toInt() - 1);
    const QString name = row.value("name"_L1).toString();
    const QString shown = name == "[]"_L1 ? ContractView::tr("each element") : name == "*"_L1 ? ContractView::tr("any other member") : name.isEmpty() ? ContractView::tr("the whole") : name;
    return QString(depth * 4, QChar::Nbsp) + shown;
}

JsonTableModel* outlineModel(QObject* parent) {
    const auto name = [](const QJsonObject& row, int role) -> QVariant {
        if (role == Qt::DisplayRole) return indented(row);
        if (role == Qt::ToolTipRole) return row.value("pointer"_L1).toString();
        if (role == Qt::FontRole) {
            QFont font = Theme::current().monoFont();
            if (row.value("required"_L1).toBool()) font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    };
    const auto words = [](QLatin1StringView member) {
        return JsonTableModel::text([member](const QJsonObject& row) { return row.value(member).toString(); }, [member](const QJsonObject& row) { return row.value(member).toString(); });
    };
    return new JsonTableModel(
        {
            {ContractView::tr("Name"), false, name},
            {ContractView::tr("Type"), false, words("type"_L1)},
            {ContractView::tr("Needed"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("required"_L1).toBool() ? ContractView::tr("yes") : ContractView::tr("optional"); })},
            {ContractView::tr("Limits"), false, words("constraints"_L1)},
            {ContractView::tr("What it is"), false, words("description"_L1)},
        },
        [](const QJsonObject& row) { return row.value("pointer"_L1).toString() + u' ' + row.value("name"_L1).toString(); }, parent);
}

constexpr int kPadding = 14;

/// Rows of several lines need air above and below.
class AiryDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem cell = option;
        cell.rect.setWidth(std::max(20, cell.rect.width() - kPadding)); // the style sheet's padding is not counted otherwise
        return QStyledItemDelegate::sizeHint(cell, index) + QSize(0, 8);
    }
};

} // namespace

ContractView::ContractView(const QString& name, const QString& title, QWidget* parent)
    : QWidget(parent), m_heading(new TextLabel(title, TextStyle::Heading)), m_note((new TextLabel({}, TextStyle::Body, Token::Muted))->wrapped()), m_model(outlineModel(this)),
      m_table(new DataTable(name, title)), m_title(title) {
    m_table->setModel(m_model);
    m_table->setColumnWidths({140, 96, 76, 150, 140});
    m_table->setItemDelegate(new AiryDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, &m_wrap, qOverload<>(&QTimer::start));
    m_wrap.setSingleShot(true);
    m_wrap.setInterval(0);
    connect(&m_wrap, &QTimer::timeout, m_table, &QTableView::resizeRowsToContents);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_heading);
    column->addWidget(m_note);
    column->addWidget(m_table, 1);
}

int ContractView::rows() const { return m_model->rowCount(); }

void ContractView::setOutline(const QJsonArray& rows, const QString& schemaTitle, const QString& otherwise) {
    // The whole says nothing that its heading does not, unless it is all there is.
    QJsonArray shown;
    for (const QJsonValue& row : rows)
        if (rows.size() == 1 || row.toObject().value("depth"_L1).toInt() > 0 || !row.toObject().value("name"_L1).toString().isEmpty()) shown.append(row);
    m_heading->setText(schemaTitle.isEmpty() ? m_title : tr("%1: %2", "Input: a customer's message").arg(m_title, schemaTitle));
    m_note->setText(otherwise);
    m_note->setVisible(rows.isEmpty());
    m_table->setVisible(!rows.isEmpty());
    m_model->setRows(shown);
    m_wrap.start();
}

} // namespace signalbox::ui
