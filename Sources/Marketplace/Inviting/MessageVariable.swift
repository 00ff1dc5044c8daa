/// What a message can say differently to each creator: `{{nickname}}` and the like (SPEC I7).
public enum MessageVariable: String, CaseIterable, Sendable, Hashable {
    case nickname
    case username
    /// The first category of the creator.
    case category
    case market
    case company
    case service
    case accountManager = "account_manager"
}

/// What the variables of a message stand for, for one creator and one company.
public struct MessageValues: Hashable, Sendable {
    private let values: [MessageVariable: String]

    public init(creator: PublicCreator, company: Company, categories: CategoryList) {
        let category = creator.categories.first.map { categories[$0]?.name ?? $0.text }
        let all: [MessageVariable: String?] = [
            .nickname: creator.nickname, .username: creator.username.text, .category: category,
            .market: creator.market.name, .company: company.name, .service: company.service,
            .accountManager: company.accountManager,
        ]
        values = all.compactMapValues { $0 }.filter { $0.value.showsSomething }
    }

    public init(_ values: [MessageVariable: String]) { self.values = values }

    public subscript(variable: MessageVariable) -> String? { values[variable] }
}
