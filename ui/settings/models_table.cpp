#include "ui/settings/models_table.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {
enum Columns { Id, Context, Output, Capabilities, InputPrice, CachedPrice, OutputPrice, ColumnCount };
constexpr int originalRole = Qt::UserRole;
} // namespace

ModelsTable::ModelsTable(QWidget* parent) : QWidget(parent), m_table(new QTableWidget(0, ColumnCount)), m_buttons(new QWidget) {
    m_table->setObjectName(u"models"_s);
    m_table->setAccessibleName(tr("Models of this provider"));
    m_table->setHorizontalHeaderLabels({tr("Model"), tr("Context"), tr("Output"), tr("Capabilities"), tr("In $/M"), tr("Cached $/M"), tr("Out $/M")});
    for (int column = 0; column < ColumnCount; ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignVCenter | (column == Id || column == Capabilities ? Qt::AlignLeft : Qt::AlignRight));
    m_table->horizontalHeaderItem(Output)->setToolTip(tr("Tokens of the longest answer"));
    m_table->horizontalHeaderItem(Id)->setToolTip(tr("As the vendor calls it; callers say provider/model"));
    m_table->horizontalHeaderItem(Capabilities)->setToolTip(tr("chat, stream, tools, json_schema, vision, embeddings: with commas between"));
    m_table->horizontalHeaderItem(InputPrice)->setToolTip(tr("USD per million tokens; empty: not known, counted as nothing"));
    m_table->horizontalHeader()->setSectionResizeMode(Capabilities, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed |
                             QAbstractItemView::SelectedClicked);

    auto* add = new QPushButton(tr("Add model"));
    add->setObjectName(u"model-add"_s);
    auto* remove = new QPushButton(tr("Remove model"));
    remove->setObjectName(u"model-remove"_s);
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(add);
    row->addWidget(remove);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_table);
    column->addWidget(m_buttons);

    connect(add, &QPushButton::clicked, this, [this] {
        addRow({{"capabilities"_L1, QJsonArray{"chat"_L1, "stream"_L1}}});
        m_table->setCurrentCell(m_table->rowCount() - 1, Id);
        m_table->editItem(m_table->item(m_table->rowCount() - 1, Id));
        Q_EMIT edited();
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        if (m_table->currentRow() < 0) return;
        m_table->removeRow(m_table->currentRow());
        fit();
        Q_EMIT edited();
    });
    connect(m_table, &QTableWidget::itemChanged, this, &ModelsTable::edited);
    connect(&Theme::current(), &Theme::changed, this, &ModelsTable::fit);
    fit();
}

void ModelsTable::fit() {
    const QFontMetrics metrics(Theme::current().textFont());
    const int scale = Theme::current().textScale();
    m_table->verticalHeader()->setDefaultSectionSize(std::max(metrics.height() + 12, 28));
    for (const auto& [column, width] : {std::pair{Id, 130}, std::pair{Context, 74}, std::pair{Output, 70}, std::pair{InputPrice, 68}, std::pair{CachedPrice, 88}, std::pair{OutputPrice, 70}})
        m_table->setColumnWidth(column, width * scale / 100);
    const int rows = std::clamp(m_table->rowCount(), 2, 7);
    m_table->setFixedHeight(metrics.height() + 16 + rows * m_table->verticalHeader()->defaultSectionSize() + 8);
}

void ModelsTable::addRow(const QJsonObject& model) {
    const QSignalBlocker quiet(m_table);
    const int at = m_table->rowCount();
    m_table->insertRow(at);
    const ModelRow row = ModelRow::of(model);
    const QString cells[ColumnCount] = {row.id, row.contextTokens, row.maxOutputTokens, row.capabilities, row.inputPrice, row.cachedPrice, row.outputPrice};
    for (int column = 0; column < ColumnCount; ++column) {
        auto* item = new QTableWidgetItem(cells[column]);
        const bool number = column != Id && column != Capabilities;
        item->setTextAlignment(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
        if (number) item->setFont(Theme::current().tabularFont());
        m_table->setItem(at, column, item);
    }
    m_table->item(at, Id)->setData(originalRole, model);
    fit();
}

void ModelsTable::setModels(const QJsonArray& models) {
    m_table->setRowCount(0);
    for (const QJsonValue& model : models) addRow(model.toObject());
    fit();
}

ModelRow ModelsTable::rowAt(int row) const {
    const auto text = [&](int column) { return m_table->item(row, column)->text(); };
    return {text(Id), text(Context), text(Output), text(Capabilities), text(InputPrice), text(CachedPrice), text(OutputPrice)};
}

QJsonArray ModelsTable::models() const {
    QJsonArray models;
    for (int row = 0; row < m_table->rowCount(); ++row) models.append(rowAt(row).toJson(m_table->item(row, Id)->data(originalRole).toJsonObject()));
    return models;
}

bool ModelsTable::isEmpty() const {
    return m_table->rowCount() == 0;
}

void ModelsTable::setEditable(bool editable) {
    m_buttons->setVisible(editable);
    if (!editable) m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
}

void ModelsTable::setProblem(int row, const QString& problem) {
    if (row < 0 || row >= m_table->rowCount()) return;
    const QSignalBlocker quiet(m_table);
    for (int column = 0; column < ColumnCount; ++column) {
        m_table->item(row, column)->setForeground(Theme::current().color(Token::Bad));
        m_table->item(row, column)->setToolTip(problem);
    }
}

void ModelsTable::clearProblems() {
    const QSignalBlocker quiet(m_table);
    for (int row = 0; row < m_table->rowCount(); ++row)
        for (int column = 0; column < ColumnCount; ++column) {
            m_table->item(row, column)->setData(Qt::ForegroundRole, QVariant());
            m_table->item(row, column)->setToolTip({});
        }
}

} // namespace signalbox::ui
