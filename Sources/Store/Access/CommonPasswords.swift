/// Passwords of twelve and more characters that guessers try first.
///
/// Chosen by hand from the longest entries of the lists of common passwords that strength meters such as zxcvbn carry, and
/// from what is near to this program. Shorter ones are refused for their length.
enum CommonPasswords {
    /// In lower case.
    static let all = Set(
        [walks, numbers, words].flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) })

    private static let walks = """
        123qweasdzxc 1qaz2wsx3edc 1qaz2wsx3edc4rfv q1w2e3r4t5y6 q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 q1w2e3r4t5y6u7i8o9p0
        1q2w3e4r5t6y 1q2w3e4r5t6y7u8i qazwsxedcrfv qazwsxedcrfvtgb qazwsxedc123 zxcasdqwe123 1qazxsw23edc qwerasdfzxcv
        1234qwerasdf 1234qwerasdfzxcv qweasdzxc123 zaq1xsw2cde3 qazxswedcvfr qazxswedc123 qwertyasdfgh qwertyuiopas
        qwertyuiopasdf qwertyuiopasdfghjkl qwertyuiop[] qwertyuiop10 qwertyuiop12 qwertyuiop123 qwertyuiop12345
        qwertyuiop1234567890 qwertyytrewq asdfghjkl123 asdfghjklzxcvbnm zxcvbnm12345 zxcvbnm123456
        zxcvbnm123456789 zxcvbn123456 asdfgh123456 qwerty123456 qwerty12345678 qwerty123456789 qwertyqwerty qwaszxerdfcv
        zaqwsxcderfv qawsedrftgyh 1qa2ws3ed4rf 12qw34er56ty qaz123wsx456 a1s2d3f4g5h6 1a2s3d4f5g6h z1x2c3v4b5n6m7
        123qwe456rty 123qwerty123 123456qwerty 123456789qwe 123456789qwer 123456789qwerty 123456789asd 123456789zxc
        123456789abc 123456789qaz 1234567890qw 1234567890qwe 1234567890qaz 1234567890qwerty abc123456789 abcd12345678
        qwertasdfgzxcvb azertyuiop12 azertyuiop123 azertyuiopqsdfghjklm
        """

    private static let numbers = """
        123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 12345678900987654321 1234567890987654321
        123456789987654321 12345678987654321 1234567887654321 123456654321 123321123321 123123123123 123456123456
        123456789123 123456789123456789 123456789000 123456789101 012345678910 012345678912 112233445566 111222333444
        111222333444555 122333444455555 102030405060 010203040506 987654321012 098765432109 314159265358 314159265359
        147258369147 159753456852 741852963741 100200300400
        """

    private static let words = """
        password1234 password12345 password123456 password123456789 passwordpassword password2023 password2024 password2025
        password2026 passw0rd1234 p@ssw0rd1234 p@ssword1234 password!123 password123! mypassword12 mypassword123
        temppassword changemenow1 changeme1234 changeme12345 administrator administrador administrator1 admin1234567
        admin12345678 adminadmin12 adminpassword rootpassword letmein12345 letmeinletmein welcome12345 welcome123456
        welcomewelcome iloveyou1234 iloveyou12345 iloveyouiloveyou iloveyousomuch ilovemyfamily ilovejesus12 ingodwetrust
        jesuschrist1 sonyericsson justinbieber michaeljackson manchesterunited christopher1 sanfrancisco finalfantasy
        needforspeed counterstrike playstation2 playstation3 playstation4 mortalkombat residentevil minecraft123
        pokemon12345 superman1234 spiderman123 batman123456 dragon123456 monkey123456 sunshine1234 football1234
        baseball1234 basketball12 princess1234 whatever1234 trustno1trustno1 thequickbrownfox correcthorsebatterystaple
        peanutbutter jamesbond007 leavemealone thecakeisalie iseedeadpeople systemofadown opensesame123 secretsecret
        testtesttest test12345678 testpassword guestguest12 defaultpassword creator12345 creatormarketplace
        affiliatemarketplace tiktokshop123 tiktok123456 marketplace1 marketplace12 marketplace123
        """
}
