"""The made-up creators of Vietnam; __init__.py explains the columns and the marks."""

TABLE = """
bep-nha-thao | Bếp Nhà Thảo | kitchen food | top live full | Cơm nhà ba món trong bốn mươi phút. Nồi nào tốt mình khen, nồi nào dính mình chê thẳng.
linh-damvay-hn | Linh Đầm Váy | women accessory | live full | Váy công sở cho người cao một mét rưỡi. Mặc thử lên người thật, không bóp eo bằng ứng dụng.
anh-tuan-sualaptop | Anh Tuấn Sửa Laptop | computer phone | video full | Mười lăm năm ngồi tiệm sửa máy ở Đà Nẵng. Máy cũ nào nên mua, máy nào chỉ nên chụp ảnh kỷ niệm.
my-duyen-skincare | Mỹ Duyên 🌷 | beauty | full | Da dầu, mụn ẩn, khí hậu Sài Gòn. Mình ghi nhật ký da từng tuần và không giấu ảnh xấu.
me-bong-gao | Mẹ Bống Gạo | baby kids | live top | Hai bạn nhỏ, một mẹ hay quên. Bỉm, sữa, ghế ăn dặm: dùng hết rồi mới kể.
phong-xe-may | Phong Xe Máy | auto tool | video | Tự thay nhớt, căng sên, chỉnh phanh tại nhà. Đồ nghề dưới năm trăm nghìn là đủ.
co-hue-aodai | Cô Huệ Áo Dài | women | live | Áo dài may sẵn cho cô giáo và mẹ cô dâu. Ba mươi năm cầm kéo ở phố cổ Hội An.
nam-tap-ta | Nam Tập Tạ | sport health | video | Tập trong phòng trọ mười hai mét vuông. Dây kháng lực, tạ tay và ức gà không khô.
quynh-do-go | Quỳnh Đồ Gỗ | furniture home | video full | Bàn, kệ, ghế đẩu từ gỗ thông tái chế. Nhà thuê vẫn có quyền đẹp.
thuy-tien-sonmoi | Thủy Tiên Son Môi | beauty | live top full | Thử son trên môi thâm, không chỉnh màu. Livestream chín giờ tối, ai hỏi gì cũng trả lời.
ong-ngoai-lam-vuon | Ông Ngoại Làm Vườn | home tool | video | Sáu mươi tám tuổi, trồng rau trên sân thượng. Cháu quay, ông nói, rau tự lớn.
ca-phe-dak-lak | Cà Phê Nhà Ê Đê | food | | Rang cà phê của buôn mình, gửi đi khắp nước. Uống phin, đừng vội.
hanh-giay-size-nho | Hạnh Giày Size Nhỏ | shoes women | live | Chân ba mươi tư cũng có giày đẹp. Mình đo từng đôi bằng thước, không đo bằng niềm tin.
meo-muop-nha-vy | Vy và Mướp 🐱 | pet | video full | Mướp bảy ký, lười bẩm sinh. Thử cát, pate và nhà cây giúp các sen.
duc-nghe-nhin | Đức Nghe Nhìn | phone appliance | video | Loa nhỏ, tai nghe rẻ, tivi to. Nghe bằng tai người thường chứ không nghe bằng thông số.
ngoc-tram-trangsuc | Ngọc Trâm Bạc Ý | jewel accessory | live | Bạc thật thì sẽ xỉn, mình chỉ cách làm sáng lại. Khắc tên tại livestream.
lop-sach-co-mai | Lớp Sách Cô Mai | book toy | video quiet | Sách tranh, thẻ chữ và đồ chơi gỗ cho bé ba đến sáu tuổi. Cô giáo mầm non ở Huế.
kien-du-lich-bui | Kiên Du Lịch Bụi | bag sport | video | Ba lô, áo mưa, lều một người. Đi bằng xe số, ngủ dưới sao, về kể thật.
di-bay-nuocmam | Dì Bảy Nước Mắm | food | live full | Nước mắm ủ chum ở Phú Quốc, mười hai tháng mới rút. Chấm là biết.
khanh-an-makeup | Khánh An | beauty women | live | Trang điểm đi làm mười phút, đi tiệc hai mươi phút. Cọ rẻ vẫn tán đều nếu tay không run.
tho-moc-hoai-duc | Thợ Mộc Hoài Đức | tool improve | video | Bản lề, máy bào, keo dán: sai một ly là kẹt cánh tủ, mình sai giùm rồi.
bao-chau-thoitrangbe | Bảo Châu Đồ Bé | kids | live | Đồ bộ cotton cho bé, giặt máy ba chục lần vẫn giữ form.
hoang-nam-pc | Hoàng Nam Ráp PC | computer | video full | Ráp máy theo ngân sách, dây đi gọn, quạt không ồn. Sinh viên hỏi trước, đại gia hỏi sau.
tam-an-tra-thao-moc | Tâm An Trà Thảo Mộc | health food | | Trà hoa cúc, atiso, lá vối. Uống để ngủ ngon, không phải để khỏi bệnh.
le-thi-my-hanh | Lê Thị Mỹ Hạnh — Người Phụ Nữ Bán Chăn Ga Gối Nệm Hiền Nhất Quận Bình Tân, Không Cãi Khách Bao Giờ | textile home | live | Chăn ga cho mùa nồm miền Bắc và mùa nóng miền Nam. Sờ vải giùm bạn qua màn hình.
gai-que-mien-tay | Gái Quê Miền Tây 🌾 | food home | star live full | Cá khô, mắm, trái cây sấy của nhà trồng. Nói chuyện hơi to vì quen gọi đò.
tra-giang-yoga | Trà Giang Yoga | sport women health | | Thảm, đồ tập và hơi thở. Dạy yoga ở công viên, trời mưa thì dạy trên mạng.
shop-ao-nam-quan | Quân Áo Nam | men | live | Sơ mi không nhăn cho người lười ủi. Mặc đi phỏng vấn rồi đi ăn cưới luôn.
be-na-slime | Bé Na và Chị Hai | toy | video | Slime, đất sét, lắp ghép. Chị hai mười chín tuổi chơi cùng em út bảy tuổi.
bac-si-rang-minh | Bác Sĩ Minh Răng Miệng | health beauty | video full | Bàn chải điện, tăm nước, chỉ nha khoa: cái nào cần, cái nào để trưng.
xuan-mai-handmade | Xuân Mai Túi Cói | bag accessory home | | Túi cói đan tay ở Nga Sơn. Mỗi chiếc mất hai ngày và ba ấm trà.
hai-dang-loa-keo | Hải Đăng Điện Máy | appliance kitchen | live | Nồi chiên, máy lọc nước, robot hút bụi. Mở hộp trực tiếp, cháy máy thì cả nhà cùng xem.
thu-phuong-mypham | Thu Phương | beauty | quiet | Mỹ phẩm Việt cho da Việt. Mỗi tháng một thương hiệu nhỏ, kể chuyện người làm ra nó.
ve-tranh-cung-dat | Đạt Vẽ Tranh | book | sparse | Màu nước, giấy dày và những con hẻm Sài Gòn sắp biến mất.
hoa-sen-official-vn | Hoa Sen Trắng Chính Hãng | beauty health | official | Kênh chính thức của Hoa Sen Trắng. Thông tin sản phẩm và chăm sóc khách hàng.
san-deal-moi-ngay | Săn Deal Mỗi Ngày | home phone | marketing | Tổng hợp mã giảm giá mỗi sáng, không bán hàng trực tiếp.
minh-nguyet-an-danh | Minh Nguyệt | women | unknown | Đồ ngủ lụa và áo khoác mỏng cho phòng máy lạnh.
nghe-ke-chuyen-dem | Nghe Kể Chuyện Đêm | | noshop video | Mỗi đêm một câu chuyện ma miền núi. Chưa bán gì, chỉ dọa thôi.
"""
