import Marketplace

/// What is sold through videos and livestreams is part of all that is sold.
enum SalesRule {
    static func diagnostics(of located: LocatedCreator) -> [Diagnostic] {
        let metrics = located.creator.metrics
        guard let total = metrics[.gmv].value, let parts = (metrics[.gmvVideo] + metrics[.gmvLive]).value else { return [] }
        // A hundredth above is rounding.
        guard parts.double > total.double * 1.01 else { return [] }
        return [
            Diagnostic(
                .creatorSales, of: located, severity: .warning,
                "'gmv_video' and 'gmv_live' of \(located.creator.username.text.quoted) add up to \(parts), and 'gmv' is \(total)",
                fix: "check that all three are of the same 30 days and in the same currency")
        ]
    }
}
