/// A creator in few bytes, for files that never leave the machine and are read by the program that wrote them: numbers in
/// the order of the machine, texts with their length before them, values of enumerations by their place among all.
extension Creator {
    /// Appends everything that is known of the creator, what a build worked out included. Creators have the same bytes where
    /// they are equal, and only there.
    public func append(to bytes: inout [UInt8]) {
        let flags: [Bool] = [
            hasCommercePermission, isAuthorized, showsContact, bio != nil, photo != nil, agency != nil, updated != nil,
            computed.score != nil, profile != nil,
        ]
        bytes.append(number: flags.enumerated().reduce(UInt16(0)) { $0 | ($1.element ? 1 << UInt16($1.offset) : 0) })
        bytes.append(place: market)
        bytes.append(place: accountType)
        bytes.append(place: currency)
        bytes.append(text: username.text)
        bytes.append(text: nickname)
        for text in [bio, photo, agency] { if let text { bytes.append(text: text) } }
        bytes.append(number: UInt8(categories.count))
        for category in categories { bytes.append(text: category.text) }
        let addresses = contacts.entries()
        bytes.append(number: UInt8(addresses.count))
        for (channel, address) in addresses {
            bytes.append(place: channel)
            bytes.append(text: address)
        }
        metrics.append(to: &bytes)
        bytes.append(number: statedLabels.codes)
        bytes.append(number: computed.labels.codes)
        if let score = computed.score { bytes.append(number: score.millionths) }
        if let day = updated { bytes.append(number: Int32(day.year * 10_000 + day.month * 100 + day.day)) }
        if let profile { bytes.append(contentsOf: profile.text.utf8) }
    }

    /// The creator that bytes are of; nil where they are of none.
    ///
    /// - Parameter profile: gives the long profile, which stands at a range of the bytes, their last.
    public init?(_ bytes: UnsafeRawBufferPointer, profile: (Range<Int>) -> LongText) {
        var source = ByteSource(bytes)
        guard let flags = source.number(as: UInt16.self), let market = source.place(in: Market.self),
            let accountType = source.place(in: AccountType.self), let currency = source.place(in: Currency.self),
            let username = source.text().flatMap(Username.init), let nickname = source.text()
        else { return nil }
        func isSet(_ place: UInt16) -> Bool { flags >> place & 1 == 1 }
        self.init(username: username, nickname: nickname, market: market)
        (self.accountType, self.currency) = (accountType, currency)
        (hasCommercePermission, isAuthorized, showsContact) = (isSet(0), isSet(1), isSet(2))
        bio = isSet(3) ? source.text() : nil
        photo = isSet(4) ? source.text() : nil
        agency = isSet(5) ? source.text() : nil
        for _ in 0..<(source.number(as: UInt8.self) ?? 0) {
            guard let text = source.text() else { return nil }
            categories.append(Slug(known: text))
        }
        for _ in 0..<(source.number(as: UInt8.self) ?? 0) {
            guard let channel = source.place(in: ContactChannel.self), let address = source.text() else { return nil }
            contacts[channel] = address
        }
        guard let metrics = Metrics(&source), let stated = source.number(as: UInt16.self),
            let labels = source.number(as: UInt16.self)
        else { return nil }
        self.metrics = metrics
        statedLabels = LabelMap(codes: stated)
        computed.labels = LabelMap(codes: labels)
        if isSet(7) {
            guard let score = source.number(as: Int64.self) else { return nil }
            computed.score = FixedDecimal(millionths: score)
        }
        if isSet(6) {
            guard let day = source.number(as: Int32.self).map(Int.init),
                let date = CalendarDate(year: day / 10_000, month: day / 100 % 100, day: day % 100)
            else { return nil }
            updated = date
        }
        if isSet(8) { self.profile = profile(source.place..<bytes.count) }
    }
}

/// Takes values from the front of bytes; nil once they are used up.
struct ByteSource {
    private let bytes: UnsafeRawBufferPointer
    private(set) var place = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(as type: Number.Type) -> Number? {
        guard bytes.count - place >= MemoryLayout<Number>.size else { return nil }
        defer { place += MemoryLayout<Number>.size }
        return bytes.loadUnaligned(fromByteOffset: place, as: type)
    }

    mutating func text() -> String? {
        guard let count = number(as: UInt32.self).map(Int.init), bytes.count - place >= count else { return nil }
        defer { place += count }
        return String(decoding: bytes[place..<place + count], as: UTF8.self)
    }

    mutating func place<Value: CaseIterable>(in type: Value.Type) -> Value? where Value.AllCases == [Value] {
        guard let place = number(as: UInt8.self), place < type.allCases.count else { return nil }
        return type.allCases[Int(place)]
    }
}

extension [UInt8] {
    mutating func append(number: some FixedWidthInteger & BitwiseCopyable) {
        Swift.withUnsafeBytes(of: number) { append(contentsOf: $0) }
    }

    fileprivate mutating func append(text: String) {
        append(number: UInt32(text.utf8.count))
        append(contentsOf: text.utf8)
    }

    fileprivate mutating func append<Value: CaseIterable & Equatable>(place value: Value) where Value.AllCases == [Value] {
        append(number: UInt8(Value.allCases.firstIndex(of: value) ?? 0))
    }
}
