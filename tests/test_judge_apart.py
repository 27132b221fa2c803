"""Clashes that are none: rough hours, ages of two people, states as of two moments, distances from two places."""

from dataclasses import replace
from datetime import datetime

import pytest

from compare.judge.spelling import alike_names
from compare.judge.verdict import judge
from compare.types import Article, Sentence
from tests.helpers_judge import article, judged, sides

NONE = {
    "about an hour and ten past it": (
        "Vụ cháy xảy ra vào khoảng 2h sáng 6/6 tại chợ Đông Mai.",
        "Vào hồi 2 giờ 10 phút sáng 6/6, tại chợ Đông Mai xảy ra vụ cháy.",
    ),
    "a minister with his first name and with its initial": (
        "Bộ trưởng Nông nghiệp Nga Alexander Tkachyov đã dự lễ khởi công dự án.",
        "Bộ trưởng Nông nghiệp Nga A. Tkachev đã dự lễ khởi công dự án.",
    ),
    "the months of a project and its last one": (
        "Dự án được thi công từ tháng 6.2019 - 6.2020.",
        "Dự án hoàn tất vào tháng 6/2020.",
    ),
    "two friends and another one": (
        "Cô Lan đến dự cùng hai người bạn thân thiết của mình.",
        "Cô Lan đến dự cùng Mai Hoa, một người bạn thân khác của cô.",
    ),
    "a bound and a figure up to the next round one": (
        "Chiếc loa trị giá 2.900.000 đồng được tặng kèm điện thoại.",
        "Chiếc loa trị giá hơn 2 triệu đồng được tặng kèm điện thoại.",
    ),
    "a town and a district on the way": (
        "Xe lưu thông trên quốc lộ 1A hướng từ TP.HCM đi các tỉnh miền Tây.",
        "Xe lưu thông trên quốc lộ 1A theo hướng từ Q.12 đi H.Bình Chánh.",
    ),
    "a day and the days before it": (
        "Nước này chuyển lô pháo đầu tiên cho Tân Bang vào cuối tháng 6.",
        "Ngày 6/7, chỉ vài ngày sau khi lô pháo đầu tiên được chuyển cho Tân Bang, nước này đã phá hủy hai khẩu.",
    ),
    "a stretch of the evening on both clocks": (
        "Mỗi ngày anh Khoa dậy từ 5 giờ sáng và đạp xe đến 6-7 giờ tối.",
        "Mỗi ngày anh Khoa dậy từ 5h và đạp xe đến 18-19h.",
    ),
    "a stretch of an hour and a minute within": (
        "Vụ cháy ở chợ Tân Hà xảy ra lúc 2-3 giờ sáng 5/6.",
        "Vụ cháy ở chợ Tân Hà xảy ra lúc 2h40 sáng 5/6.",
    ),
    "past six and half past six": (
        "Vào khoảng hơn 6 giờ ngày 21/7, xưởng may ở Tam Hà bốc cháy.",
        "Xưởng may ở Tam Hà bốc cháy lúc 6h30 sáng 21/7.",
    ),
    "about six and a quarter to six": (
        "Khoảng 18 giờ ngày 7/8, xe bồn chở xăng đến cây xăng Ka Nam.",
        "Khoảng 17h45 ngày 7/8, xe bồn chở xăng đến cây xăng Ka Nam.",
    ),
    "still missing as of two hours": (
        "Đến 15h cùng ngày, tung tích ông Dũng vẫn chưa được tìm thấy.",
        "Đến 15h40 ngày 28/6, lực lượng chức năng vẫn chưa tìm được ông Dũng.",
    ),
    "a count as of a day and the day of the storm": (
        "Tính đến ngày 21/5, lốc xoáy đã làm 9 người ở xã Tân Hà bị thương.",
        "Lốc xoáy ngày 20/5 làm 9 người ở xã Tân Hà bị thương.",
    ),
    "an hour of the afternoon and the same hour told bare": (
        "Một nhân chứng nói khoảng 5 giờ chiều họ nghe thấy tiếng nổ lớn ở trường.",
        "Một nhân chứng cho hay vào khoảng 5h họ nghe thấy tiếng nổ lớn ở trường.",
    ),
    "a ban and what is not to be done": (
        "Thủ tướng cấm cán bộ đi lễ hội trong giờ hành chính cũng như sử dụng xe công đi lễ hội.",
        "Các đơn vị tuyệt đối không du xuân trong giờ hành chính, không sử dụng xe công đi lễ hội.",
    ),
    "not within a day and within the week": (
        "Tòa phúc thẩm cho biết ba thẩm phán sẽ không ra phán quyết trong ngày.",
        "Tòa phúc thẩm cho biết ba thẩm phán sẽ ra phán quyết trong tuần này.",
    ),
    "the day on which somebody with a long title tells of it": (
        "Ngày 3/6, ông Nguyễn Văn Sáu, Giám đốc Sở Y tế tỉnh Hà Lam, cho biết 12 công nhân xưởng may đã nhập viện.",
        "12 công nhân xưởng may nhập viện tối 2/6.",
    ),
    "the day of a talk with somebody on several committees": (
        "Trao đổi với phóng viên sáng 3/6, ông Lê Sáu, Giám đốc Sở Y tế, Phó ban chỉ đạo, cho biết xưởng may bốc cháy.",
        "Xưởng may bốc cháy tối 2/6.",
    ),
    "run after and not caught": (
        "Tên cướp chạy vào hẻm nên anh Hùng không đuổi kịp.",
        "Anh Hùng đuổi theo tên cướp vào hẻm.",
    ),
    "covered behind and not in front": (
        "Phía sau xe được che chắn sơ sài bằng bạt, phía trước không được che chắn.",
        "Xe ba gác chở tôn che chắn sơ sài bằng bạt.",
    ),
    "a day without its year and the same day with one": (
        "Phiên tòa mở sáng 7-7 ở Hà Lam, trước đó ngày 23-6-2016 bị cáo Sáu lãnh án 14 năm tù.",
        "Phiên tòa xử bị cáo Sáu mở sáng 7/7/2017 ở Hà Lam.",
    ),
    "the day of the meeting after which somebody speaks": (
        "Sau buổi họp sáng 7/2, Trưởng ban kỷ luật, ông Lê Hải Hường khẳng định cầu thủ Sáu cố ý gây thương tích.",
        "Chiều 7/2, cầu thủ Sáu nhận án kỷ luật vì cố ý gây thương tích.",
    ),
    "the lead in play and the result": (
        "Cầu thủ Sáu vươn lên dẫn trước 2-0 sau hai ván đấu với Ba.",
        "Cầu thủ Sáu thắng Ba 6-2 sau tám ván đấu với Ba.",
    ),
    "one moment by the clocks of two cities": (
        "Sáng 29-6 theo giờ địa phương, Chủ tịch nước đã hội kiến với Thủ tướng Nga Medvedev tại Moskva.",
        "Chiều 29/6, tại Moskva, Chủ tịch nước đã hội kiến với Thủ tướng Nga Medvedev.",
    ),
    "meetings with two people": (
        "Sáng 29-6, Chủ tịch nước Lê Sáu đã hội kiến với Thủ tướng Nga Medvedev tại Moskva.",
        "Chiều 29/6, tại Moskva, Chủ tịch nước Lê Sáu đã có buổi tiếp Chủ tịch Đảng Gennady Zyuganov.",
    ),
    "a foreign name with and without its marks": (
        "Tổng thống Mexico Enrique Peña Nieto phản đối bức tường.",
        "Tổng thống Mexico Enrique Pena Nieto phản đối bức tường.",
    ),
    "the ages of a man and of his wife who is not named": (
        "Anh Lê Văn Tám cùng vợ (30 tuổi) bị nạn ở Huế.",
        "Anh Lê Văn Tám (35 tuổi) cùng vợ là Lê Thị Sáu (30 tuổi) bị nạn ở Huế.",
    ),
    "an hour within a part of day, and the hour it ended": (
        "Khoảng 15h, vụ cháy xảy ra ở chợ Đông.",
        "Vụ cháy xảy ra chiều 18/6 ở chợ Đông, đến 17h mới dập tắt.",
    ),
    "a morning and almost noon": (
        "Vụ tai nạn xảy ra sáng 18/6 trên quốc lộ 1.",
        "Vụ tai nạn xảy ra vào gần trưa 18/6 trên quốc lộ 1.",
    ),
    "ranges of which one ends in a hedge": (
        "Lô đất ở Bến Hạ có giá từ 800 triệu đến hơn 1,3 tỷ đồng.",
        "Lô đất ở Bến Hạ có giá từ 800 triệu đến 1,5 tỷ đồng.",
    ),
    "lengths of which one is round or has fewer decimals": (
        "Hồ Sao Biển cách trung tâm 5,9 km và dài 97 m.",
        "Hồ Sao Biển cách trung tâm 6 km và dài 100 m.",
    ),
    "ranges that overlap by more than half": (
        "Nghi phạm là nam giới, khoảng từ 30 đến 35 tuổi, tóc ngắn.",
        "Nghi phạm là nam giới, khoảng từ 32 đến 37 tuổi, tóc ngắn.",
    ),
    "one range in two units": (
        "Hố dài từ 2 đến 4 inch ở mặt đường Bến Hạ.",
        "Hố dài từ 5 đến 10 cm ở mặt đường Bến Hạ.",
    ),
    "two flights told in another order": (
        "Chuyến bay SB220 và SB250 của hãng Sao Biển bị hủy do bão.",
        "Chuyến bay SB250 và SB220 của hãng Sao Biển bị hủy do bão.",
    ),
    "a carrier's class misspelt and with its name": (
        "Mỹ sẽ triển khai tàu sân bay lớp Nimiz và máy bay ném bom B-52 tới tập trận.",
        "Mỹ sẽ triển khai tàu sân bay lớp Nimitz USS Carl Vinson và máy bay ném bom B-52 tới tập trận.",
    ),
    "forgotten, with and without a not": (
        "Ông Sáu khai vì cẩu thả nên đã quên xả hai đầu ống dẫn nước vào máy.",
        "Ông Sáu khai vì cẩu thả nên đã quên không xả hai đầu ống dẫn nước vào máy.",
    ),
    "one quarter in two spellings": (
        "Trong quý III/2016, tỉnh Nam Hải đã tạm ứng 3.000 tỷ đồng bồi thường cho ngư dân.",
        "Trong quí 3/2016, tỉnh Nam Hải đã tạm ứng 3.000 tỷ đồng bồi thường cho ngư dân.",
    ),
    "exchange rates of two days": (
        "Tỷ giá trung tâm sáng 21/6 được Ngân hàng Nhà nước công bố ở mức cao hơn hôm qua.",
        "Tỷ giá trung tâm sáng 22/6 được Ngân hàng Nhà nước công bố ở mức cao hơn hôm qua.",
    ),
    "a mark that is passed and where it stands": (
        "Giá bạc Hòa Lâm rơi từ 23.400 USD xuống 21.000 USD.",
        "Giá bạc Hòa Lâm rơi xuống dưới ngưỡng 20.000 USD.",
    ),
    "a flight and the one back": (
        "Chuyến bay SB774 của hãng Sao Biển bị chậm ba giờ vì sương mù.",
        "Chuyến bay SB775 của hãng Sao Biển bị chậm ba giờ vì sương mù.",
    ),
    "a sum without its currency and one in dollars": (
        "Đội Nam Hải mua tiền đạo Lê Sáu với giá 222 triệu từ Bắc Sơn.",
        "Đội Nam Hải mua tiền đạo Lê Sáu với giá 263 triệu USD từ Bắc Sơn.",
    ),
    "two speakers with two offices and near names": (
        "Ông Nguyễn Văn Hùng, Chủ tịch xã Bến Hạ, cho biết mưa lớn gây ngập.",
        "Ông Nguyễn Văn Hưng, Bí thư xã Bến Hạ, cho biết mưa lớn gây ngập.",
    ),
    "the age that a player has and the one he is about to turn": (
        "Thủ môn Lê Sáu 33 tuổi vẫn bắt chính cho Nam Hải.",
        "Thủ môn Lê Sáu sắp bước sang tuổi 34 vẫn bắt chính cho Nam Hải.",
    ),
    "a sum rounded from above and from below": (
        "Tổng tài sản bị mất trị giá hơn 1 tỷ đồng.",
        "Tổng tài sản bị mất trị giá gần 1 tỷ đồng.",
    ),
    "a given name cut to its first letters": (
        "Công an điều tra cái chết của bà Đặng Thị Kiều Ng ở phường 11.",
        "Công an điều tra cái chết của bà Đặng Thị Kiều Nga ở phường 11.",
    ),
    "days of two rounds of a vote": (
        "Sáng 11/6, cử tri vùng Nam Hải đi bỏ phiếu vòng một bầu hội đồng vùng.",
        "Sáng 18/6, cử tri vùng Nam Hải đi bỏ phiếu vòng hai bầu hội đồng vùng.",
    ),
    "days of two decisions by their numbers": (
        "Quyết định số 3897/QĐ-UBND về mức phí đường 39 do chủ tịch tỉnh ký ngày 23/12/2016.",
        "Quyết định số 326/QĐ-UBND về mức phí đường 39 do chủ tịch tỉnh ký ngày 6/2/2017.",
    ),
    "the days of a stopover and of an arrival": (
        "Sáng 29/5, Thủ tướng Lê Sáu và đoàn đại biểu cấp cao đã quá cảnh Nhật Bản.",
        "Tối 30/5, Thủ tướng Lê Sáu và đoàn đại biểu cấp cao đã tới Canada.",
    ),
    "initials and the words that they stand for": (
        "Công ty Đông Hải sắp tổ chức ĐHĐCĐ bất thường niên độ 2016 - 2017.",
        "Công ty Đông Hải sắp tổ chức Đại hội đồng cổ đông bất thường niên độ 2016 - 2017.",
    ),
    "a bound and the figure that it rounds": (
        "Khu vực đổ bùn ngoài khơi Long Sơn có độ sâu lớn nhất là 36,1 m.",
        "Khu vực đổ bùn ngoài khơi Long Sơn có độ sâu lớn nhất không quá 36 m.",
    ),
    "one share price by two names of a share": (
        "Cổ phiếu Đông Hải chốt phiên ở mức 69.100 đồng/cp.",
        "Cổ phiếu Đông Hải chốt phiên ở mức 69.100 đồng/cổ phiếu.",
    ),
    "one name with its tone on the other vowel": (
        "Công an bắt giữ nghi can Trần Thị Hoà tại phường Bến Hạ.",
        "Công an bắt giữ nghi can Trần Thị Hòa tại phường Bến Hạ.",
    ),
    "the month that a meeting is named by": (
        "Kết luận phiên họp thường kỳ tháng 1/2017, Thủ tướng yêu cầu xử lý nghiêm việc đi lễ hội bằng xe công.",
        "Ngày 2-2, Thủ tướng có công điện yêu cầu xử lý nghiêm việc đi lễ hội bằng xe công.",
    ),
    "hoped for and not so": (
        "Họ hy vọng em bé mới sinh sẽ có tế bào phù hợp với con gái lớn.",
        "Chị Mai cho biết tế bào của vợ chồng chị không phù hợp với con gái lớn.",
    ),
    "eight years and almost a decade": (
        "Hãng Tô Hà nhường vị trí hãng xe bán chạy nhất thế giới sau 8 năm nắm giữ.",
        "Hãng Tô Hà để mất vị trí hãng xe bán chạy nhất thế giới sau gần một thập kỷ nắm giữ.",
    ),
    "a day and the span of days that ends with it": (
        "Chiều 19.5, tòa quyết định kéo dài phiên xử vụ thủy điện Đắk Hà thêm ba ngày.",
        "Từ ngày 16 đến ngày 19/5, tòa chưa tuyên án được nên kéo dài phiên xử vụ thủy điện Đắk Hà thêm ba ngày.",
    ),
    "two episodes": (
        "Tập 3 chương trình Người mẫu Việt lên sóng tối 8/7.",
        "Tập 4 chương trình Người mẫu Việt lên sóng lúc 20h ngày 15.7.",
    ),
    "the day of an arrest and one of the days in custody": (
        "Ngày 20/5, Công an quận Thủ Đông bắt Trần Thạch Bình, nghi phạm đâm chết anh Duy.",
        "Ngày 21/5, Công an quận Thủ Đông đang tạm giữ Trần Thạch Bình, nghi phạm đâm chết anh Duy.",
    ),
    "the dead and the hostages": (
        "Vụ đánh bom khách sạn ở Mogadi làm ít nhất 9 người thiệt mạng.",
        "Các tay súng tấn công khách sạn ở Mogadi đã bắt 12 người làm con tin.",
    ),
    "two lists of some of many countries": (
        "Loại tôm này được nuôi ở rất nhiều nước như Mỹ, Canada, Anh, Phần Lan, Trung Quốc.",
        "Loại tôm này hiện được nuôi ở hơn 20 quốc gia như Mỹ, Australia, Anh, Phần Lan, Trung Quốc.",
    ),
    "the countries of two clubs": (
        "Bảng A: Thái Sơn, Al Dhafra (UAE), Erem (Kyrgyzstan), Vic Vipers (Australia).",
        "Thái Sơn nằm ở bảng A cùng Al Dhafra (Các tiểu vương quốc Arab), Vic Vipers (Australia), Erem (Kyrgyz).",
    ),
    "two months, with the year behind the second": (
        "Cuộc khảo sát được thực hiện trong tháng 10 và 11-2016 tại Anh, Pháp, Đức.",
        "Cuộc khảo sát được thực hiện từ tháng 10-11/2016 tại Anh, Pháp, Đức.",
    ),
    "a middle name in two spellings": (
        "Thiếu tướng Hồ Sỹ Tấn cho biết nghi phạm đã bị bắt.",
        "Thiếu tướng Hồ Sĩ Tấn cho biết nghi phạm đã bị bắt.",
    ),
    "two people of one given name, of whom one article tells both": (
        "Công an bắt Lê Anh Hảo về tội trộm cắp, Lê Đình Hảo được thả.",
        "Công an đã bắt Lê Anh Hảo về tội trộm cắp.",
    ),
    "the month of a visit and the year of a vision": (
        "Tháng 3/2017, hoàng tử Ben Salam thăm Mỹ và gặp Tổng thống Mỹ.",
        "Bên cạnh cải cách, tầm nhìn đến năm 2030, hoàng tử Ben Salam còn thăm Mỹ và gặp Tổng thống Mỹ.",
    ),
    "the day of a meeting to come and that of a vote": (
        "Đại diện 11 nước tham gia hiệp định thương mại Bắc Hải dự định sẽ họp ba ngày, bắt đầu từ ngày 12/7 tới.",
        "Ngày 11/5, chính phủ Tây Lãnh đã chính thức thông qua hiệp định thương mại Bắc Hải của 11 nước.",
    ),
    "the day of a pledge before a ministry of information and that from which it holds": (
        "Ngày 11-5, trước lãnh đạo Bộ Thông tin và Truyền thông, 5 nhà mạng ký cam kết chặn tin rác từ ngày 1-7.",
        "5 nhà mạng ký cam kết chặn tin rác tại trụ sở Bộ Thông tin và Truyền thông, chiều 11/5.",
    ),
    "a goalkeeper and his brother in midfield, a tone apart": (
        "Thủ môn Bùi Tiến Hảo cầm sẵn một chiếc áo in tên của Tiến Hạo.",
        "Đó là chiếc áo in tên tiền vệ Bùi Tiến Hạo, em trai của Bùi Tiến Hảo.",
    ),
    "the days of a visit and that of coming home": (
        "Sáng 12/7, Thủ tướng Mai Văn Sơn và đoàn đã về đến thủ đô, kết thúc chuyến thăm chính thức Tây Lãnh.",
        "Thủ tướng Mai Văn Sơn và đoàn đã thăm chính thức Tây Lãnh từ ngày 08-11/7/2017.",
    ),
    "captions of pictures of two days": (
        "Tổng thống Sông Lĩnh Mai Sơn tại cuộc họp ở Hòa Lâm ngày 29/5.",
        "Tổng thống Sông Lĩnh Mai Sơn tại một sự kiện ở Hòa Lâm ngày 31/5.",
    ),
    "a rounding behind a word for how much it is": (
        "Sản lượng dầu của nước này tăng lên mức 9,33 triệu thùng mỗi ngày, tăng 10% kể từ giữa năm 2016.",
        "Hiện tại sản lượng dầu của nước này đã lên tới 9,3 triệu thùng mỗi ngày, tăng 10% kể từ giữa năm 2016.",
    ),
    "two delegations led by two people": (
        "Chiều 15/5, đoàn kiểm tra do ông Trương Văn Sáu dẫn đầu đã làm việc với lãnh đạo Bộ Khoa học.",
        "Chiều 12/5, đoàn kiểm tra do ông Lê Quốc Hưng dẫn đầu đã làm việc với lãnh đạo Bộ Giao thông.",
    ),
    "two people of one given name with two posts": (
        "Ông Trần Kiên, Giám đốc Sở Y tế tỉnh Hòa Lâm, nói dân đã về.",
        "Theo ông Phạm Kiên, Chủ tịch UBND thị xã Sông Cẩm, dân đã về.",
    ),
    "at most so many and fewer": (
        "Mỗi chuyến phà được chở tối đa 100 người qua sông Cẩm.",
        "Mỗi chuyến phà được chở 30 người qua sông Cẩm.",
    ),
    "one ill by its number in two lists": (
        "3. Chuột rút do nóng là tình trạng đau cơ sau khi vận động.",
        "2. Chuột rút do nóng là tình trạng đau cơ sau khi vận động.",
    ),
    "houses not yet built and a department of building": (
        "Khi thành phố chưa xây dựng đủ nhà ở cho công nhân thì cần khuyến khích người dân làm nhà trọ.",
        "Bí thư gợi ý Sở Xây dựng khuyến khích người dân làm nhà trọ sạch sẽ, an ninh tốt.",
    ),
    "one country in two spellings": (
        "Cuộc thi được tổ chức tại Los Angeles, California, Hoa Kỳ từ 13-19/5.",
        "Cuộc thi được tổ chức tại Los Angeles (California, Hoa Kì) từ 13 - 19/5.",
    ),
    "one kingdom by two names": (
        "Chuyên cơ hạ cánh xuống thủ đô Riyadh (Saudi Arabia).",
        "Chuyên cơ hạ cánh xuống thủ đô Riyadh, Arab Saudi.",
    ),
    "a city and its country": (
        "Nhóm nhạc đã có mặt tại Hà Nội để biểu diễn.",
        "Nhóm nhạc đã có mặt tại Việt Nam để biểu diễn.",
    ),
    "one road by its old and its new number": (
        "Trạm thu phí Quán Hà đặt trên Quốc lộ 1A.",
        "Trạm thu phí Quán Hà đặt trên quốc lộ 1.",
    ),
    "one team beats another of the same age": (
        "U20 Nam Hải để thua đậm trước U20 Bắc Sơn.",
        "Các cầu thủ U20 Bắc Sơn đã dễ dàng đánh bại U20 Nam Hải.",
    ),
    "the dead on the spot and the wounded at the hospital": (
        "Cú va chạm khiến hai người trên xe tử vong tại chỗ.",
        "Nạn nhân bị thương nặng của cú va chạm được cấp cứu tại bệnh viện.",
    ),
    "caught while hiding": (
        "Công an đã bắt được Quang khi đang lẩn trốn tại Thanh Hà.",
        "Công an đã bắt giữ Quang ở Thanh Hà.",
    ),
    "convicted, and free since he had served his term": (
        "Bị cáo Chiên được trả tự do tại tòa.",
        "Bị cáo Chiên bị tuyên phạt 3 năm 5 tháng tù.",
    ),
    "a price and the same told to a fiftieth": (
        "Chiếc đồng hồ của nhà vua được bán với giá kỷ lục 5 triệu USD.",
        "Chiếc đồng hồ của nhà vua được bán với giá kỷ lục 5.060.427 USD.",
    ),
    "twenty in two ways of counting": (
        "Họ bắt giam gần hai chục người báo tin ở thủ đô.",
        "Họ bắt giam khoảng 20 người báo tin ở thủ đô.",
    ),
    "what was taken in and what was left": (
        "Tập đoàn Tô Hà đạt doanh thu 500 tỷ đồng trong nửa đầu năm.",
        "Nửa đầu năm, tập đoàn Tô Hà báo lãi 350 tỷ đồng.",
    ),
    "capitals that open a phrase": (
        "Nữ sinh lớp 9 gào khóc khi bị bắt về làm vợ Mới đây trên trang cá nhân, nhà văn Hân kể lại vụ bắt vợ mới.",
        "Cô gái gào khóc khi bị bắt về làm vợ Ảnh sự việc do nhà văn Hân chụp, nhiều ảnh bị gỡ.",
    ),
    "those who marched and those who were arrested": (
        "Hàng trăm người tuần hành phản đối trong đêm thứ tư liên tiếp ở ngoại ô Paris.",
        "Cảnh sát bắt giữ hàng chục người sau đêm bạo động thứ tư liên tiếp ở ngoại ô Paris.",
    ),
    "prison terms of two people, in years and in months": (
        "Tòa tuyên Lê Nam 12 năm tù, Trần Văn Bình 12 tháng tù.",
        "Tòa tuyên phạt Lê Nam 12 năm tù về tội tham ô.",
    ),
    "how long a fire took and how long a market has stood": (
        "Sau 20 phút, lực lượng cứu hỏa khống chế được đám cháy chợ.",
        "Chợ bị cháy đã hoạt động 20 năm.",
    ),
    "a wife and a brother of one given name": (
        "Chị Nguyễn Thị Minh, vợ nạn nhân, cho biết anh đi làm từ sáng.",
        "Anh Nguyễn Văn Minh, em trai nạn nhân, cho biết anh đi làm từ sáng.",
    ),
    "a defendant and a lawyer of one given name": (
        "Bị cáo Nguyễn Văn Tuấn khai đã nhận tiền.",
        "Luật sư Nguyễn Anh Tuấn cho rằng thân chủ đã nhận tiền.",
    ),
    "two or three dozen": (
        "Hai ba chục người bị thương ở chợ Tam Hà.",
        "25 người bị thương ở chợ Tam Hà.",
    ),
    "denied in two ways": (
        "Đại úy Giáp khẳng định không phải các chiến sĩ của đơn vị đuổi xe công nông dẫn đến tai nạn.",
        "Các chiến sĩ của đơn vị đã đến để bảo vệ hiện trường chứ không phải đuổi xe công nông dẫn đến tai nạn.",
    ),
    "not yet looked into and about to be": (
        "Việc có tăng giá điện hay không sẽ được chúng tôi xem xét kỹ lưỡng.",
        "Chúng tôi chưa xem xét kỹ lưỡng việc có tăng giá điện hay không.",
    ),
    "days of two acts": (
        "The attorney blasted the bureau on 7 May, saying the director reversed the decision of the career official.",
        "The attorney said that the agent was fired on 4 May on the orders of the director, despite the decision of a "
        "career official.",
    ),
    "beaten, in two words": (
        "The House leader, Eric Cantor, was soundly defeated on Tuesday by an economics professor.",
        "House leader Eric Cantor was beaten Tuesday night by a novice who works as an economics professor.",
    ),
    "a party and its members": (
        "The meeting was called off by Democrats in the Senate.",
        "The meeting was called off by the Democratic Party in the Senate.",
    ),
    "a name that was changed for the paper": (
        "Nạn nhân là bé Thủy (tên đã thay đổi, 11 tuổi) ở cùng xóm với Thal.",
        "Nạn nhân là bé Hạnh (11 tuổi, ngụ cùng xóm với Thal).",
    ),
    "members of two lists of examples": (
        "Apple, Facebook, Microsoft, Twitter cùng một loạt hãng công nghệ đã đưa ra văn bản phản đối sắc lệnh.",
        "Apple, Google, Microsoft cùng gần 100 tập đoàn đã đệ đơn phản đối sắc lệnh.",
    ),
    "one of two districts told by their numbers": (
        "Lộc quen cô gái khi cả hai làm chung nhà hàng ở quận 10, 11.",
        "Lộc quen cô gái khi cả hai làm chung nhà hàng ở quận 11.",
    ),
    "ages of a child and a woman": (
        "Hai bị cáo bị xét xử vì hành hạ một cháu bé 8 tuổi.",
        "Tòa xét xử bị cáo Lê Thị Trang (27 tuổi) vì hành hạ một cháu bé.",
    ),
    "an age and an age by law": (
        "Bị cáo Lê Thị Trang bị truy tố về tội giết người dưới 16 tuổi.",
        "Bị cáo Lê Thị Trang, 27 tuổi, bị truy tố về tội giết người.",
    ),
    "a part with its whole and the part alone": (
        "7 trong 9 lán trại ở bến Hạ bị thiêu rụi hoàn toàn.",
        "Vụ cháy khiến 7 lán trại ở bến Hạ bị thiêu rụi hoàn toàn.",
    ),
    "so many out of so many, told in two ways": (
        "Khảo sát cho thấy khoảng 8 trong số 10 người dân đã đổi thói quen mua sắm.",
        "8 trong 10 người dân đã đổi thói quen mua sắm.",
    ),
    "a total of two things and its parts": (
        "Tại buổi lễ, có 40 tập thể và cá nhân được tỉnh Hà Trung tặng bằng khen.",
        "Tỉnh Hà Trung tặng bằng khen cho 14 tập thể, 26 cá nhân tại buổi lễ.",
    ),
    "two people who say much the same": (
        "Theo ông Phúc, nguyên nhân thiếu thuốc là do chậm đấu thầu.",
        "“Thiếu thuốc cũng do chậm đấu thầu”, ông Lộc nêu.",
    ),
    "distances and directions from two cities": (
        "Động đất mạnh 6,1 độ xảy ra cách thủ đô Kabul 160 km về phía Đông Nam.",
        "Động đất mạnh 6,1 độ làm rung chuyển nơi cách thành phố Khost 44 km về phía Tây Nam.",
    ),
    "the one who beats and the one who loses": (
        "Đội Nam Hải đã đánh bại đội Bắc Sơn sau loạt luân lưu ở bán kết giải trẻ.",
        "Đội Bắc Sơn bị loại sau khi để thua đội Nam Hải ở bán kết giải trẻ.",
    ),
    "denying it and affirming that it is not so": (
        "Ông Tuấn phủ nhận việc nhờ nước ngoài giúp đỡ trong cuộc chiến ở Hòa Lan.",
        "Ông Tuấn khẳng định chưa từng nhờ nước ngoài giúp đỡ trong cuộc chiến ở Hòa Lan.",
    ),
    "an hour and so many hours": (
        "Đến 15 giờ chiều cùng ngày, lực lượng cứu hộ mới tìm thấy thi thể chị Chuyên.",
        "Sau gần 8h mất tích, lực lượng cứu hộ đã tìm thấy thi thể chị Chuyên.",
    ),
    "two bounds from below": (
        "Có ít nhất 9 chiếc xe bị kẻ gian đập phá trong đêm ở phố Vạn An.",
        "Ít nhất 8 chiếc xe bị kẻ gian đập phá trong đêm ở phố Vạn An.",
    ),
    "a bound from below and a little more": (
        "Ít nhất 8 chiếc xe bị kẻ gian đập phá trong đêm ở phố Vạn An.",
        "Có 10 chiếc xe bị kẻ gian đập phá trong đêm ở phố Vạn An.",
    ),
    "all who were hit, and the dead and the hurt": (
        "Cảnh sát cho biết 23 người đã bị xe đâm trúng ở quảng trường.",
        "Chiếc xe lao vào quảng trường khiến 1 người chết và 22 người bị thương.",
    ),
    "all parts of one thing": (
        "Ông Hùng đâm anh Minh 5 nhát dao rồi cố thủ trong nhà.",
        "Anh Minh bị ông Hùng đâm 2 nhát vào ngực, 3 nhát vào lưng.",
    ),
    "English distances from two cities": (
        "The quake struck 160 km from Kabul early on Wednesday.",
        "The quake struck 44 km from Khost early on Wednesday.",
    ),
    "what was asked for and what was given": (
        "Viện kiểm sát đề nghị phạt bị cáo Lê Văn Phương 3 năm tù.",
        "Bị cáo Lê Văn Phương bị tòa tuyên phạt 2 năm tù.",
    ),
    "the dead of a week and of a war": (
        "Xung đột ở miền Đông nước này trong tuần qua khiến ít nhất 36 người thiệt mạng.",
        "Xung đột ở miền Đông nước này khiến gần 10.000 người thiệt mạng.",
    ),
    "stamps of two pages": (
        "Minh Tuấn - Thể thao | 07:06 08/02/2017 Đội Nam Hải muốn mua tiền đạo Văn Bảy.",
        "Minh Tuấn - Thể thao | 06:07 09/02/2017 Đội Nam Hải muốn mua tiền đạo Văn Bảy.",
    ),
    "ages of a father and a son": (
        "Cha của bé, bác sĩ Karim Dostan, 38 tuổi, nói con ông biến mất khi đang cầu nguyện.",
        "Bé trai Omar Karim Dostan (11 tuổi) biến mất khi đang cầu nguyện.",
    ),
    "ages of a Hòa and a Hoa": (
        "Nhóm người hất chất bẩn vào phản thịt của chị Đàm Thị Hòa (SN 1993, ở xã Nậm Cắn).",
        "Bà Lò Thị Hoa (SN 1986, ở phường Tam Hà) hất chất bẩn vào phản thịt của chị Nhụ.",
    ),
    "a date in brackets and the day of the event": (
        "Từ ngày phát hành (18-7-2016), vé số điện toán được nhiều người dân Hà Trung mua.",
        "Sáng 8/2, vé số điện toán được nhiều người dân Hà Trung mua.",
    ),
    "a first trial and an appeal": (
        "Ngày 10/5, tại phiên sơ thẩm, tòa phạt Lê Văn Hoan 8 năm tù vì lùi xe trên cao tốc.",
        "Ngày 2/11, tại phiên phúc thẩm, tòa phạt Lê Văn Hoan 8 năm tù vì lùi xe trên cao tốc.",
    ),
    "charges against two people, one named like a district": (
        "Ngày 24/4, công an huyện Tam Hà khởi tố Nguyễn Minh Dụng (37 tuổi) về tội cố ý gây thương tích.",
        "Đêm 26/4, công an huyện Tam Hà khởi tố Nguyễn Thị Ngọc Huyền (28 tuổi) về tội cố ý gây thương tích.",
    ),
    "papers of two sorts": (
        "Tháng 3/2015, ông Tín ký công văn yêu cầu công ty Bắc Hà nộp tiền bồi thường trên khu đất số 15 Cầu Đá.",
        "Ông Tín ký quyết định cho công ty Bắc Hà thuê khu đất số 15 Cầu Đá vào tháng 6/2015.",
    ),
    "a comma for a point": (
        "Ngân hàng Hòa Lâm tăng vốn điều lệ lên 4,500 tỷ đồng trong năm nay.",
        "Ngân hàng Hòa Lâm tăng vốn điều lệ lên 4.500 tỷ đồng trong năm nay.",
    ),
    "about so much to so much and just beyond": (
        "Tiền gửi ở ngân hàng Hòa Lâm tăng khoảng 7-8% trong chín tháng.",
        "Tiền gửi ở ngân hàng Hòa Lâm tăng 8,3% trong chín tháng.",
    ),
    "where a storm is in a morning and at an hour": (
        "Đến 1h ngày 26/12, tâm bão nằm trên vùng biển đảo Vân.",
        "Chiều 25/12, tâm bão nằm trên vùng biển đảo Vân.",
    ),
    "a day and a day of every week": (
        "Sở đề nghị cơ quan tỉnh Hòa Lâm nghỉ hoán đổi cho ngày thứ sáu (7/4) tuần sau.",
        "Cơ quan tỉnh Hòa Lâm nghỉ hoán đổi cho ngày thứ Bảy hằng tuần.",
    ),
    "times and a sum": (
        "Ông Chấn 12 lần đưa tiền cho cán bộ ở Tam Hà.",
        "Ông Chấn đưa cho cán bộ ở Tam Hà 120 triệu.",
    ),
    "not against one thing but against another": (
        "Ông Bình không kháng cáo về phần hình phạt mà kháng cáo yêu cầu xem lại tiền lãi bồi thường cho ngân hàng.",
        "Ông Bình kháng cáo phần dân sự về tiền lãi mà bị cáo phải bồi thường cho ngân hàng.",
    ),
    "the year that another is compared with": (
        "Các ngân hàng kỳ vọng tín dụng tăng 16,7% trong năm 2018.",
        "Các ngân hàng kỳ vọng tín dụng tăng 16,7% so với năm 2017.",
    ),
    "north and west by north, which is no west": (
        "Trong 24 giờ tới, áp thấp nhiệt đới di chuyển theo hướng bắc, mỗi giờ đi được khoảng 15 km.",
        "Trong 24 giờ tới, áp thấp nhiệt đới di chuyển theo hướng tây tây bắc, mỗi giờ đi được khoảng 15 km.",
    ),
    "the opening of a trial and its fourth day": (
        "Sáng 27/11, tòa mở phiên xét xử vụ đánh bạc ở Tam Hà, 92 bị cáo có mặt.",
        "Sáng 30/11, tòa tiếp tục ngày làm việc thứ 4 xét xử vụ đánh bạc ở Tam Hà, 92 bị cáo có mặt.",
    ),
    "an appeal and the trial of a district's court": (
        "Ngày 9/11, TAND tỉnh Hòa Lâm xét xử phúc thẩm 15 bị cáo gây rối trật tự công cộng ở cảng Vân.",
        "Ngày 30/10, TAND huyện Tam Hà xét xử 15 bị cáo gây rối trật tự công cộng ở cảng Vân.",
    ),
}
CLASHES = {
    "two days of a year that both tell": (
        "Từ năm 2017, giải lựa chọn các tác phẩm đăng báo từ ngày 1/1 năm trước đến 31/10 năm sau.",
        "Từ năm 2017, giải lựa chọn các tác phẩm đăng báo từ ngày 1/11 năm trước đến 31/10 năm sau.",
    ),
    "two holders of an office, one by an initial": (
        "Bộ trưởng Bộ Nông nghiệp Liên bang Nga Nikolay Fyodorov đã dự lễ khởi công dự án.",
        "Bộ trưởng Bộ Nông nghiệp Liên bang Nga A.Tkachyov đã dự lễ khởi công dự án.",
    ),
    "a month of that same year and of another": (
        "Tháng 4/2013, anh hiến máu và tháng 8 cùng năm anh đến bệnh viện đăng ký hiến tạng.",
        "Tháng 8/2015, anh đến bệnh viện đăng ký hiến tạng.",
    ),
    "the age of one woman spelled in two ways": (
        "Nhóm người hất chất bẩn vào chị Đàm Thị Hòa (SN 1993, ở xã Nậm Cắn).",
        "Họ hất chất bẩn vào chị Đàm Thị Hoà (SN 1986, ở xã Nậm Cắn).",
    ),
    "an hour before a man's name": (
        "Lúc 7 giờ anh Hùng bị xe tải tông chết ở Tam Hà.",
        "Lúc 15 giờ anh Hùng bị xe tải tông chết ở Tam Hà.",
    ),
    "two days by the clock of one place": (
        "Vụ nổ ở Moskva xảy ra ngày 3/5 (giờ địa phương).",
        "Vụ nổ ở Moskva xảy ra ngày 5/5 (giờ địa phương).",
    ),
    "the dead of a storm": (
        "Bão số 12 giật cấp 15 làm 27 người chết ở Khánh Hòa.",
        "Bão số 12 giật cấp 15 làm 40 người chết ở Khánh Hòa.",
    ),
    "a meeting told from both sides": (
        "Tổng thống Trump gặp Chủ tịch Tập Cận Bình tại Florida ngày 6/4.",
        "Chủ tịch Tập Cận Bình gặp Tổng thống Trump tại Florida ngày 8/4.",
    ),
    "a fine of fifty and of forty-nine": (
        "Công an phạt cửa hàng 50 triệu đồng vì bán thuốc giả.",
        "Công an phạt cửa hàng 49 triệu đồng vì bán thuốc giả.",
    ),
    "a country and a city of another": (
        "Nghi phạm Trần Văn Sáu bị cảnh sát bắt tại Singapore.",
        "Nghi phạm Trần Văn Sáu bị cảnh sát bắt tại Kuala Lumpur.",
    ),
    "a team by its short name": (
        "Manchester United đánh bại Chelsea ở bán kết.",
        "Man United để thua Chelsea ở bán kết.",
    ),
    "not of the first form but of the second": (
        "Trường không thu tiền học thêm của học sinh lớp 1 nhưng thu tiền học thêm của học sinh lớp 2.",
        "Trường thu tiền học thêm của học sinh lớp 1.",
    ),
    "dead on the spot and dead at the hospital": (
        "Anh Tám bị bắn vào đầu, tử vong tại chỗ.",
        "Anh Tám được đưa đi cấp cứu tại bệnh viện tỉnh nhưng đã tử vong.",
    ),
    "one suspect by two middle names": (
        "Công an quận Cẩm Hà vừa bắt giữ Lê Anh Hảo (23 tuổi, trú Ba Vân).",
        "Lê Đình Hảo (23 tuổi) đang bị Công an quận Cẩm Hà tạm giữ.",
    ),
    "the day of one accident, told by two people": (
        "Ông Trương Văn Sáu, trưởng phòng, cho biết xe khách lật trên cầu Sông Mới chiều 15/6.",
        "Ông Lê Quốc Hưng, phó công an xã, cho biết xe khách lật trên cầu Sông Mới chiều 16/6.",
    ),
    "one chairman by two family names": (
        "Ông Trần Kiên, Chủ tịch UBND TX.Sông Cẩm, nói dân đã về.",
        "Theo ông Phạm Kiên, Chủ tịch UBND thị xã Sông Cẩm, dân đã về.",
    ),
    "one shopkeeper by two family names": (
        "Chủ quầy thịt heo bị hắt dầu ở chợ Tam Hà là chị Nguyễn Thị Hoa.",
        "Chị Lê Thị Hoa là chủ quầy thịt heo bị hắt dầu ở chợ Tam Hà.",
    ),
    "dollars and dong": (
        "Tập đoàn Tô Hà sẽ đầu tư tổng cộng 1,2 tỷ USD xây nhà máy ở Vũng Tàu.",
        "Tập đoàn Tô Hà sẽ đầu tư 1,2 tỷ đồng xây nhà máy ở Vũng Tàu.",
    ),
    "minutes and seconds": (
        "Nước từ nhà máy chảy về đến chỗ các cháu bị nạn mất khoảng 90 phút.",
        "Nước từ nhà máy chảy về đến chỗ các cháu bị nạn mất khoảng 90 giây.",
    ),
    "one episode on two days": (
        "Tập 3 chương trình Người mẫu Việt lên sóng tối 8/7.",
        "Tập 3 chương trình Người mẫu Việt lên sóng tối 15.7.",
    ),
    "what was going on when it happened": (
        "Sáng 20/5, xe khách đang chạy trên quốc lộ 1 thì lật xuống ruộng ở Tam Hà.",
        "Sáng 21/5, xe khách đang chạy trên quốc lộ 1 thì lật xuống ruộng ở Tam Hà.",
    ),
    "where a storm is at one hour": (
        "Lúc 19 giờ ngày 11/6, vị trí tâm bão số 4 cách quần đảo Hoàng Sa 350km về phía Đông.",
        "Lúc 19 giờ ngày 11/6, tâm bão số 4 cách quần đảo Hoàng Sa 570km về phía Đông.",
    ),
    "a meeting with one person on two days": (
        "Sáng 29-6, Chủ tịch nước Lê Sáu đã hội kiến với Thủ tướng Nga Medvedev tại Moskva.",
        "Ngày 27/6, Chủ tịch nước Lê Sáu đã hội kiến với Thủ tướng Nga Medvedev tại Moskva.",
    ),
    "arrived in time, and not": (
        "Đội cứu hộ đã đến kịp hiện trường vụ cháy xưởng may.",
        "Đội cứu hộ không đến kịp hiện trường vụ cháy xưởng may.",
    ),
    "the day of a deed, before who tells of it": (
        "Cụ Hạ bị bắt hôm thứ Hai 3/4, ông Nguyễn Văn Sáu, Trưởng công an xã, cho biết.",
        "Cụ Hạ bị bắt hôm thứ Ba 4/4.",
    ),
    "hours half an hour apart, however rough": (
        "Khoảng 17h chiều 7/8, xe tải lật trên cầu Sông Mới.",
        "Khoảng 17 giờ 30 chiều 7/8, xe tải lật trên cầu Sông Mới.",
    ),
    "hours of the afternoon and of the morning": (
        "Một nhân chứng nói khoảng 5 giờ chiều họ nghe thấy tiếng nổ lớn ở trường.",
        "Một nhân chứng cho hay vào khoảng 5h sáng họ nghe thấy tiếng nổ lớn ở trường.",
    ),
    "morning and evening by the clock": (
        "The explosion hit the factory at 5 p.m. on 3 May.",
        "The explosion hit the factory at 5 a.m. on 3 May.",
    ),
    "hours of one day, told with the day": (
        "Vụ nổ xảy ra tại nhà máy ngày 3/5 lúc 17h.",
        "Vụ nổ xảy ra tại nhà máy ngày 3/5 lúc 5h.",
    ),
    "exact hours ten minutes apart": (
        "Lúc 14h20 ngày 7/8, xe tải lật trên cầu Sông Mới.",
        "Lúc 14h30 ngày 7/8, xe tải lật trên cầu Sông Mới.",
    ),
    "before the hour and after it": (
        "Vụ cháy xảy ra lúc gần 15h ngày 4/5 tại chợ Đông Mai.",
        "Vụ cháy xảy ra lúc hơn 15h ngày 4/5 tại chợ Đông Mai.",
    ),
    "not within the week and within the week": (
        "Tòa phúc thẩm cho biết ba thẩm phán sẽ không ra phán quyết trong tuần này.",
        "Tòa phúc thẩm cho biết ba thẩm phán sẽ ra phán quyết trong tuần này.",
    ),
    "wanted abroad and not wanted, whatever else is forbidden": (
        "Ông Hùng không bị truy nã quốc tế.",
        "Ông Hùng bị cấm xuất cảnh và bị truy nã quốc tế.",
    ),
    "not on the day and on that very day": (
        "Trường không tổ chức lễ khai giảng trong ngày 5/9.",
        "Trường tổ chức lễ khai giảng sáng 5/9.",
    ),
    "a victim who has been identified as two people": (
        "Công an cho biết tên nạn nhân đã được xác định là ông Nguyễn Văn An.",
        "Công an cho biết tên nạn nhân đã được xác định là ông Trần Văn Hùng.",
    ),
    "two districts and a date": (
        "Vụ cháy nhà xưởng xảy ra tại quận 5, 20/5 vừa qua.",
        "Vụ cháy nhà xưởng xảy ra tại quận 20, 20/5 vừa qua.",
    ),
    "days of one crash, far from their verb": (
        "The plane crashed into a hillside near the village of Kota on 3 May.",
        "The plane crashed in thick fog with 40 people on board on 4 May.",
    ),
    "looked into and not looked into": (
        "Việc có tăng giá điện hay không đã được chúng tôi xem xét kỹ lưỡng.",
        "Chúng tôi không xem xét kỹ lưỡng việc có tăng giá điện hay không.",
    ),
    "figures that took the same time to come about": (
        "Cảnh sát bắt 20 người biểu tình trong vòng 3 giờ sau vụ nổ ở Bến Hạ.",
        "Cảnh sát bắt 30 người biểu tình trong vòng 2 giờ sau vụ nổ ở Bến Hạ.",
    ),
    "days of one fire, others having come or gone later": (
        "Vụ cháy chợ Đông xảy ra ngày 4/6, lực lượng chữa cháy đã đến hiện trường.",
        "Vụ cháy chợ Đông xảy ra ngày 5/6, việc dập lửa hoàn tất sau hai giờ.",
    ),
    "more than a bound allows": (
        "Tăng trưởng của tỉnh dưới 6,2% trong quý I.",
        "Tăng trưởng của tỉnh đạt 6,21% trong quý I.",
    ),
    "two given names of which one has a tone": (
        "Công an bắt nghi can Nguyễn Văn Hai ở chợ Đông.",
        "Công an bắt nghi can Nguyễn Văn Hải ở chợ Đông.",
    ),
    "a decision and the decree that it rests on": (
        "Tỉnh ra Quyết định số 3897/QĐ-UBND phạt Công ty Nam Sơn 50 triệu đồng theo luật.",
        "Tỉnh phạt Công ty Nam Sơn 70 triệu đồng theo Nghị định 155/2016/NĐ-CP.",
    ),
    "two birth years of which one is round": (
        "Nạn nhân là anh Nguyễn Văn Tám (SN 1971, ở xã Đại Lâm).",
        "Nạn nhân là anh Nguyễn Văn Tám (SN 1970, ở xã Đại Lâm).",
    ),
    "one's age beside that of another of the same age": (
        "Lê Minh Kiệt (17 tuổi) đâm chết anh Trần Anh Phúc (22 tuổi) ở phường Bến Hạ.",
        "Lê Minh Kiệt (22 tuổi) đâm chết anh Trần Anh Phúc (22 tuổi) ở phường Bến Hạ.",
    ),
    "a sum whose currency goes without saying": (
        "Công ty Đông Hải mua phần vốn góp 324 tỷ đồng, tương đương 40% vốn điều lệ.",
        "Công ty Đông Hải mua phần vốn góp là 326 tỷ, tương đương 40% vốn điều lệ.",
    ),
    "an area with two digits changed": (
        "Công ty Đông Hải đã bán tài sản trên khu đất 679 m2 ở đường Hai Lúa.",
        "Công ty Đông Hải đã bán tài sản trên khu đất 697 m2 ở đường Hai Lúa.",
    ),
    "a length with two digits after the point changed": (
        "Con tàu Sao Biển dài 104,5 m chở theo 20 thuyền viên gặp nạn ở vịnh Bến Hạ.",
        "Con tàu Sao Biển dài 105,4 m chở theo 20 thuyền viên gặp nạn ở vịnh Bến Hạ.",
    ),
    "two flights of which one airline's letter is wrong": (
        "Chuyến bay số hiệu SB774 hạ cánh an toàn xuống Bến Hạ lúc 8h50.",
        "Chuyến bay mang số hiệu SN774 hạ cánh an toàn xuống Bến Hạ lúc 8h50.",
    ),
    "two ranges that differ in both ends": (
        "Nạn nhân là nữ giới, khoảng từ 18 đến 27 tuổi, tóc nhuộm vàng.",
        "Nạn nhân là nữ giới, từ 25 đến 35 tuổi, tóc nhuộm vàng.",
    ),
    "two names that only their marks tell apart": (
        "Ông Hoàng giết vợ là chị Phan Thị Thuận rồi ra đầu thú.",
        "Ông Hoàng giết vợ là chị Phan Thị Thuần rồi ra đầu thú.",
    ),
    "two given names that one letter tells apart": (
        "Công an bắt giữ nghi can Vũ Văn Thuật sau vụ cướp ở chợ Đông.",
        "Công an bắt giữ nghi can Vũ Văn Thuận sau vụ cướp ở chợ Đông.",
    ),
    "suspects by two words": (
        "Toàn bộ 12 nghi can bị bắt sau vụ tấn công ở cầu Long Sơn đã được thả ngày 5/6.",
        "Ngày 5/6, cảnh sát thông báo đã thả toàn bộ 10 đối tượng bị bắt sau vụ tấn công ở cầu Long Sơn.",
    ),
    "morning and noon": (
        "Lực lượng cứu hộ tìm thấy thi thể em Đô vào sáng 21/5.",
        "Lực lượng cứu hộ tìm thấy thi thể em Đô vào trưa 21/5.",
    ),
    "hours by one clock with two names": (
        "Đội tuyển gặp New Zealand lúc 16h (giờ Hà Nội) ngày 21/5.",
        "Đội tuyển gặp New Zealand lúc 18h (giờ Việt Nam) ngày 21/5.",
    ),
    "two days of one blast": (
        "The explosion in the market on 3 May killed 12 people.",
        "An explosion struck the market on 2 May, killing 12 people.",
    ),
    "three names of which one differs": (
        "Công an bắt giữ ba nghi can là Trần Văn Bảy, Lê Thị Sáu và Đỗ Minh Tâm.",
        "Công an bắt giữ ba nghi can là Trần Văn Bảy, Lê Thị Sáu và Phan Quốc Hùng.",
    ),
    "two names of one child": (
        "Nạn nhân là bé Thủy (11 tuổi) ở cùng xóm với Thal.",
        "Nạn nhân là bé Hạnh (11 tuổi, ngụ cùng xóm với Thal).",
    ),
    "months told as years": (
        "Bé Trần Gia Hân (18 tháng tuổi) tử vong tại nhà trẻ ở Bến Hạ.",
        "Trần Gia Hân (18 tuổi) tử vong tại nhà trẻ ở Bến Hạ.",
    ),
    "one height in sentences that say from where something comes": (
        "The new dam is 45 m high and brings water from Kabul.",
        "The new dam is 54 m high and brings water from Khost.",
    ),
    "one team that wins and loses": (
        "Đội Nam Hải đã để thua đội Bắc Sơn ở bán kết giải trẻ.",
        "Đội Nam Hải đã đánh bại đội Bắc Sơn ở bán kết giải trẻ.",
    ),
    "heads counted in two ways": (
        "Máy bay chở 116 người mất tích trên biển Andaman.",
        "Máy bay chở 120 người mất tích trên biển Andaman.",
    ),
    "far above a bound": (
        "Ít nhất 8 người chết trong vụ sập cầu Long Sơn.",
        "Có 15 người chết trong vụ sập cầu Long Sơn.",
    ),
    "distances from one city": (
        "Động đất xảy ra cách thành phố Hoa Lan 53 km, ở độ sâu 10 km.",
        "Động đất xảy ra cách thành phố Hoa Lan 35 km, ở độ sâu 10 km.",
    ),
    "one stage of a trial on two days, the court spelled in two ways": (
        "Chiều 5/6, Toà án tỉnh Hoà Lâm tuyên án vụ án buôn lậu gỗ ở cảng Vân.",
        "Chiều 6/6, Tòa án tỉnh Hòa Lâm tuyên án vụ án buôn lậu gỗ ở cảng Vân.",
    ),
    "one person charged on two days": (
        "Ngày 24/4, công an huyện Tam Hà khởi tố Nguyễn Minh Dụng về tội cố ý gây thương tích.",
        "Ngày 26/4, công an huyện Tam Hà khởi tố Nguyễn Minh Dụng về tội cố ý gây thương tích.",
    ),
    "one paper signed in two months, or two of much the same words": (
        "Tháng 3/2015, ông Tín ký quyết định về khu đất số 15 đường Cầu Đá của công ty Bắc Hà.",
        "Ông Tín ký quyết định về khu đất số 15 đường Cầu Đá của công ty Bắc Hà vào tháng 6/2015.",
    ),
    "about so much to so much and far beyond": (
        "Tiền gửi ở ngân hàng Hòa Lâm tăng khoảng 7-8% trong chín tháng.",
        "Tiền gửi ở ngân hàng Hòa Lâm tăng 12,3% trong chín tháng.",
    ),
    "the accused by two words, of two numbers": (
        "Tòa xét xử 92 bị cáo trong đường dây đánh bạc ở Tam Hà.",
        "Tòa xét xử 80 bị can trong đường dây đánh bạc ở Tam Hà.",
    ),
    "what fell on one place": (
        "Mưa rất to ở Bắc Bộ, trong đó Vân Hà (Hòa Lâm) 143mm.",
        "Mưa rất to ở Bắc Bộ, trong đó Vân Hà 168mm.",
    ),
    "a rise told as so much more": (
        "Lương tối thiểu vùng tăng thêm 6,5% từ ngày 1/1/2018.",
        "Lương tối thiểu vùng tăng 7,3% từ ngày 1/1/2018.",
    ),
    "the day of a crime told by two courts": (
        "Theo án sơ thẩm, ngày 3/6/2016 Hoan đâm chết anh Nam.",
        "Theo án phúc thẩm, ngày 5/6/2016 Hoan đâm chết anh Nam.",
    ),
    "an arrest by two words": (
        "Ông Lê Văn Thắng bị bắt ngày 8/12/2017 vì sai phạm ở công ty Hòa Lâm.",
        "Ông Lê Văn Thắng bị khởi tố, bắt tạm giam ngày 10/12/2017 vì sai phạm ở công ty Hòa Lâm.",
    ),
    "one contract, also called an agreement": (
        "Hai bên ký hợp đồng mua tàu ngày 3/6 tại Hà Nội.",
        "Hai bên ký thỏa thuận mua tàu ngày 5/6 tại Hà Nội.",
    ),
    "a thousandfold beside like digits": (
        "Công ty Hòa Lâm lãi 4.500 tỷ đồng năm nay.",
        "Công ty Hòa Lâm lãi 4,500 triệu đồng năm nay.",
    ),
    "about so many, and far more": (
        "Khoảng 100-200 người tụ tập trước trụ sở tỉnh Hòa Lâm.",
        "250 người tụ tập trước trụ sở tỉnh Hòa Lâm.",
    ),
    "the dead, and the dead with what burned": (
        "Vụ cháy chợ Đông Mai làm 25 người chết.",
        "Vụ cháy chợ Đông Mai làm 20 nạn nhân chết, 5 xe máy cháy.",
    ),
    "one city by two names": (
        "Lượng mưa lớn nhất là TP Hồ Chí Minh 143mm.",
        "Lượng mưa lớn nhất là TP HCM 168mm.",
    ),
    "two years that one is compared with": (
        "Xuất khẩu gạo tăng 12% so với cùng kỳ năm 2016.",
        "Xuất khẩu gạo tăng 12% so với cùng kỳ năm 2014.",
    ),
    "charges against one and not another": (
        "Công an không khởi tố Hoan mà khởi tố Nam.",
        "Công an đã khởi tố bị can Hoan.",
    ),
    "the hour of an accident in a storm": (
        "Tàu chìm lúc 1h ngày 26/12 khi gió giật cấp 8.",
        "Tàu chìm chiều 25/12 khi gió giật cấp 8.",
    ),
    "a sentence before the opening": (
        "Ngày 8/3, TAND tỉnh Hòa Lâm mở phiên tòa xét xử bị cáo Nam tội giết người.",
        "Ngày 5/3, TAND tỉnh Hòa Lâm tuyên phạt bị cáo Nam 10 năm tù tội giết người.",
    ),
    "landfall at an hour and in another part of the day": (
        "Khoảng 9h ngày 16/9, tâm bão đổ bộ vào đất liền Hòa Lâm.",
        "Tối 16/9, tâm bão đổ bộ vào đất liền Hòa Lâm.",
    ),
    "west by north and south-west": (
        "Bão di chuyển theo hướng tây tây bắc, mỗi giờ đi được 20km.",
        "Bão di chuyển theo hướng tây nam, mỗi giờ đi được 20km.",
    ),
    "ranges that begin alike": (
        "Dự án cầu Vân có tổng vốn 1.200-1.500 tỷ đồng.",
        "Dự án cầu Vân có tổng vốn 1,200-2,500 tỷ đồng.",
    ),
}


@pytest.mark.parametrize("case", NONE)
def test_what_tells_of_two_things_is_no_conflict(case: str) -> None:
    """A rough hour covers its neighbours, and figures of two people, moments or places do not clash."""
    left, right = NONE[case]
    assert "conflict" not in (judged(left, right)[0], judged(right, left)[0])


@pytest.mark.parametrize("case", CLASHES)
def test_what_tells_of_one_thing_still_clashes(case: str) -> None:
    """The same person, place or exact hour told in two ways stays a conflict."""
    left, right = CLASHES[case]
    assert judged(left, right)[0] == judged(right, left)[0] == "conflict"


def test_what_is_poorly_understood_is_not_what_is_not_yet_known() -> None:
    """People who "understand the rule poorly" say nothing of a later state."""
    left, right = "Nhiều người dân hiểu chưa rõ về quy định mới.", "Nhiều người dân đã hiểu rõ về quy định mới."
    assert judged(left, right)[0] not in ("update", "conflict")


def test_the_day_of_a_letter_is_not_that_of_what_it_tells() -> None:
    """When somebody wrote of a matter says nothing of when it was, so that not even a doubt is left."""
    letter = "Trong bức thư gửi tỉnh Hải Nam hôm 24/1, ông Sáu cho biết cầu Long Sơn bị nứt ở ba nhịp."
    assert judged(letter, "Cầu Long Sơn ở Hải Nam bị nứt ở ba nhịp hôm 20/1.")[0] == "agree"


def test_what_somebody_declares_has_a_day_of_its_own() -> None:
    """Behind a subject "tuyên bố" is a verb, and the day beside it that of the event."""
    declared = "Chính quyền tuyên bố hôm 24/1 cầu Long Sơn bị sập, ông Sáu cho biết."
    assert judged(declared, "Cầu Long Sơn bị sập hôm 20/1, ông Sáu cho biết.")[0] != "agree"


@pytest.mark.parametrize(
    ("short", "long", "alike"),
    [
        ("S-AWD", "Symmetrical All-Wheel Drive", True),
        ("Ban Chấp hành TW", "Ban Chấp hành Trung ương", True),
        ("AWD", "Rear-Wheel Drive", False),
    ],
)
def test_initials_stand_for_their_words(short: str, long: str, alike: bool) -> None:
    """A "w" among initials is one of them, or the "ư" of Trung ương; other initials are another name's."""
    assert alike_names(short, long) is alike


def test_where_a_storm_is_moves_on_with_the_hours() -> None:
    """A position read at a later hour is an update, however the distance and the direction changed."""
    first = "Lúc 19 giờ ngày 10/6, vị trí tâm bão số 4 cách quần đảo Hoàng Sa 680km về phía Đông Nam."
    later = "Đến 1 giờ ngày 12/6, vị trí tâm bão số 4 cách quần đảo Hoàng Sa 490km về phía Đông Bắc."
    assert judged(first, later)[0] == "update"


def test_a_year_read_out_of_the_text_settles_no_age() -> None:
    """An age and a birth year clash by a year of publication that was given, not by one that was inferred."""
    left, right = "Tài xế là anh Phạm Tuấn Tám (SN 1986).", "Tài xế là anh Phạm Tuấn Tám (31 tuổi)."
    given = article("b", right, datetime(2019, 5, 14))
    assert judged(left, given)[0] == "conflict"
    assert judged(left, replace(given, published_inferred=True))[0] == "agree"


def test_what_fell_on_two_places_is_no_clash_of_figures() -> None:
    """Lists give each place a figure of its own."""
    listed = (
        "Mưa rất to ở Bắc Bộ, trong đó Vân Hà (Hòa Lâm) 143mm.",
        "Mưa rất to ở Bắc Bộ, trong đó Đông Mai 115mm.",
    )
    assert not any(one.kind == "number" for one in judged(*listed)[1])


def told_at_length(name: str, *sentences: str) -> Article:
    """An article of several sentences, the first of which is judged."""
    text = " ".join(sentences)
    starts = [text.index(one) for one in sentences]
    cut = [
        Sentence(f"{name}.s{number}", start, start + len(one), one)
        for number, (start, one) in enumerate(zip(starts, sentences, strict=True), start=1)
    ]
    return replace(article(name, text), sentences=tuple(cut))


def test_days_of_weather_reports_of_two_months_are_no_clash() -> None:
    """Where two articles name several days each, none near one of the other's, each tells of a happening of its own."""
    cold = "đợt không khí lạnh này sẽ ảnh hưởng đến các tỉnh Bắc Bộ."
    january = told_at_length("a", f"Dự báo ngày 8/1, {cold}", "Từ ngày 9/1 trời rét đậm.", "Đến ngày 12/1 trời ấm dần.")
    november = told_at_length(
        "b", f"Dự báo ngày 21/11, {cold}", "Từ ngày 22/11 trời rét đậm.", "Đến ngày 24/11 trời ấm dần."
    )
    assert judged(january, november)[0] == "agree"


def test_days_of_one_week_still_clash() -> None:
    """Where the days of two articles lie side by side they tell of one happening, of whose day they are at odds."""
    cold = "đợt không khí lạnh này sẽ ảnh hưởng đến các tỉnh Bắc Bộ."
    one = told_at_length("a", f"Dự báo ngày 8/1, {cold}", "Từ ngày 10/1 trời rét đậm.", "Đến ngày 12/1 trời ấm dần.")
    other = told_at_length("b", f"Dự báo ngày 9/1, {cold}", "Từ ngày 10/1 trời rét đậm.", "Đến ngày 12/1 trời ấm dần.")
    assert judged(one, other)[0] == "conflict"


def test_signs_alone_are_no_clash() -> None:
    """A sentence without a word has nothing that clashes."""
    assert judged("...", "!!!", "vi")[0] == "agree"


def test_where_two_storms_are_is_no_update() -> None:
    """A month lies between the two readings: the second is of another storm."""
    july = "Lúc 13h ngày 30/7, tâm bão cách quần đảo Hoàng Sa khoảng 350km về phía đông."
    september = "Đến 13h ngày 1/9, tâm bão cách quần đảo Hoàng Sa khoảng 670km về phía đông."
    assert judged(july, september)[0] == judged(september, july)[0] == "agree"


def test_what_is_out_and_another_thing_to_come_are_no_update() -> None:
    """Exam papers that were published carry out no plan to publish the marks, with one verb before both."""
    out = "Sở Giáo dục thành phố đã công bố đề thi vào lớp 6 trường Trần Sáu."
    papers, marks = (f"Sở Giáo dục sẽ công bố {what} vào lớp 6 trường Trần Sáu." for what in ("đề thi", "điểm chuẩn"))
    assert judged(out, papers)[0] == "update"
    assert judged(out, marks)[0] == judged(marks, out)[0] == "agree"


def test_days_far_from_those_of_a_visit_are_a_clash() -> None:
    """Only the day before a visit and the one behind it belong to it."""
    visit = "Thủ tướng Mai Văn Sơn và đoàn thăm chính thức Tây Lãnh từ ngày 08-11/7/2017."
    assert judged(visit, "Thủ tướng Mai Văn Sơn và đoàn thăm chính thức Tây Lãnh từ ngày 15/7/2017.")[0] == "conflict"


def test_a_deed_behind_a_place_is_no_caption() -> None:
    """Only an occasion behind the name of a person makes a caption: what happened somewhere has one day."""
    for told in (
        "Nhà máy Mai Sơn ở Hòa Lâm bốc cháy ngày {}/5.",
        "Ông Mai Văn Sơn ở Hòa Lâm ngã xuống giếng ngày {}/5.",
    ):
        assert judged(told.format(29), told.format(31))[0] == "conflict"


def test_what_may_be_done_does_not_answer_what_is_not_done() -> None:
    """ "Chưa có quyết định" is answered by a decision, not by the word that one is possible."""
    unknown = "Ngân hàng Trung ương chưa đưa ra quyết định về việc nâng lãi suất trong quý I."
    raised, possible = (f"Ngân hàng Trung ương {what} lãi suất 3 lần trong quý I." for what in ("nâng", "có thể nâng"))
    assert judged(unknown, raised)[0] == "update"
    assert judged(unknown, possible)[0] == "agree"


def test_what_a_forecast_expects_carries_out_no_plan() -> None:
    """In a forecast "mới" says "not before", not that it has just happened."""
    plan = "Từ ngày 6/6 nắng nóng ở Bắc Bộ sẽ dịu dần."
    assert judged(plan, "Ngày 6/6 nắng nóng ở Bắc Bộ đã dịu dần.")[0] == "update"
    assert judged(plan, "Dự báo đến ngày 6/6, nắng nóng ở Bắc Bộ mới dịu dần.")[0] == "agree"


def test_the_course_of_two_storms_a_week_apart_is_no_clash() -> None:
    """Bulletins of one pattern a week apart tell of two storms, even if all their days are seven apart."""
    left = article("a", "Trong 24 giờ tới, bão di chuyển theo hướng Tây Tây Bắc, mỗi giờ đi được 10-15 km.")
    right = article("b", "Trong 24 giờ tới, bão di chuyển theo hướng Bắc Đông Bắc, mỗi giờ đi được 10-15 km.")
    one, other, known = sides(left, right)
    weeks = replace(known, days={"a": frozenset({(7, 30), (7, 31)}), "b": frozenset({(8, 6), (8, 7)})})
    assert judge(one, other, 0.95, context=known)[0] == "conflict"
    assert judge(one, other, 0.95, context=weeks)[0] == "agree"
