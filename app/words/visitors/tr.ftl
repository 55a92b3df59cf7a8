# Ziyaretçilerin okuduğu metinler, Türkçe: müşteriler, konuklar, anne babalar. Kısa, kibar, yalın.

## Her yerde

date = { $day } { $month } { $year }
month = { $month ->
    [1] Ocak
    [2] Şubat
    [3] Mart
    [4] Nisan
    [5] Mayıs
    [6] Haziran
    [7] Temmuz
    [8] Ağustos
    [9] Eylül
    [10] Ekim
    [11] Kasım
   *[12] Aralık
}
photographs = { $count } fotoğraf
skip = İçeriğe geç
language = Dil

## Giriş

code-label = Kodunuz
code-enter = Fotoğraflarımı göster
code-hint = Kod, kartınızda ya da size gönderdiğimiz mesajda yazar. Büyük harf, boşluk ve çizgi fark etmez.
code-rejected = Bu kod burada bir şey açmıyor. Lütfen koda bir daha bakın ya da bizden yeni bir kod isteyin.
code-mistyped = Bir karakter yanlış görünüyor.
code-show = Göster
code-hide = Gizle
pause-title = Lütfen kısa bir ara verin
pause-seconds = Buradan çok sayıda deneme yapıldı. { $count } saniye sonra yeniden deneyebilirsiniz.
pause-minutes = Buradan çok sayıda deneme yapıldı. Yaklaşık { $count } dakika sonra yeniden deneyebilirsiniz.
pause-day = Buradan çok sayıda deneme yapıldı. Lütfen yarın yeniden deneyin ya da okula veya fotoğrafçıya sorun.
pause-moment = Bir saniye lütfen…
pause-kept = Yazdıklarınız on beş dakika saklanır: Aradan sonra düğmeye basmanız yeter.
pause-ways = Kartınızdaki karekod ve mesajınızdaki bağlantı çalışmaya devam eder; daha önce girdiğiniz cihaz da öyle.
try-again = Yeniden dene
back-inside = Galerilerinize dönün
slow = Buradan çok fazla deneme yapıldı. Lütfen { $seconds } saniye bekleyip yeniden deneyin.

## Ziyaret

welcome = Fotoğraflarınız, yalnızca size özel.
welcome-sign-in = Stüdyonuza giriş yapın
welcome-client = Fotoğraflarınızı mı arıyorsunuz? Lütfen stüdyonuzun size verdiği adresi açın.
your-visit = Ziyaretiniz
overview = Genel bakış
leave = Çıkış
overview-lead = Sizin için burada saklanan { $count } galeri var.
overview-empty-title = Galerileriniz burada görünecek
overview-empty = Henüz sizin için bir şey yok. Kodunuzu saklayın: Fotoğraflar geldiğinde bu kodla görürsünüz.
some-new = { $count } yeni
all-new = yeni
find-label = Bir galeriyi adıyla bulun
find-gallery = Galeri bul
find = Bul
find-nothing = Adında bu geçen bir galeri yok
find-all = Tüm galerileri göster
no-photographs = henüz fotoğraf yok
way-back = Geri dönüş yolu
sub-galleries = Bu galerideki galeriler
photographs-title = Fotoğraflar
photograph-number = Fotoğraf { $number }
photograph-of = Fotoğraf { $position } / { $count }
gallery-empty-title = Henüz fotoğraf yok
gallery-empty = Hazır olduklarında burada kendiliğinden görünürler. Bir şey yapmanız gerekmez.
pages = Sayfalar
locked-gallery = Kilitli galeri
password-needed = Parola gerekli
locked-title = Bu galeri kilitli
locked = Kendine ait bir parolası var.
password-label = Galerinin parolası
password-open = Galeriyi aç
password-rejected = Bu galerinin parolası bu değil.
this-photograph = Bu fotoğraf
zoom-in = Büyüt
zoom-out = Tümünü göster
previous = Önceki
next = Sonraki

## Bir şey yolunda gitmediğinde

not-found-title = Burada bir şey yok
not-found = Adres yanlış yazılmış olabilir ya da galeri artık size gösterilmiyor.
not-found-studio = Stüdyonuz
not-found-door = Kod gir
failed-title = Burada bir şey ters gitti
failed = Sizin hatanız değil ve hiçbir şey kaybolmadı. Lütfen biraz sonra yeniden deneyin.
not-sent = Gönderilemedi. Yazdıklarınız hâlâ burada; lütfen bağlantınız olduğunda yeniden deneyin.
busy = Şu anda burada çok kişi var. Lütfen biraz sonra yeniden deneyin.
no-space = Sunucuda yer kalmadı. Hiçbir şey değiştirilmedi; önce stüdyonun yer açması gerekiyor.

## Form alanları

optional = isteğe bağlı
fields-wrong = Lütfen buraya bir daha bakın
field-missing = Lütfen bu alanı doldurun.
field-too-short = Lütfen en az { $min } karakter yazın.
field-too-long = Lütfen en fazla { $max } karakter yazın.
field-unprintable = Gösterilemeyen karakterler var. Lütfen yeniden yazın.
not-a-date = Bu bir tarih değil.
form-too-long = Bu, formun alabileceğinden fazla. Lütfen geri dönün ve bir seferde daha az gönderin; hiçbir şey değiştirilmedi.

## Müşteriye verilenler: bir mesaj, bir kart

hand-over-letter =
    Merhaba { $name },

    Fotoğraflarınız burada sizi bekliyor:
    { $link }

    Ya da { $address } adresini açın ve bu kodu yazın:
    { $code }

    Lütfen kodu saklayın: İleride eklenecek galerileri de gösterir.

    { $studio }
card-qr = { $name } fotoğraflarını açan karekod
card-how = Kareyi telefonunuzla tarayın ya da kodu şu adreste yazın: { $address }

## Okul fotoğrafları: velilerin okudukları

parent-notice-title = Devam etmeden önce
parent-notice-body =
    Bu sayfada kendi çocuğunuzun fotoğraflarını bulursunuz. Sayfa, anne babalar ve yasal veliler içindir.
    Yazdığınız ad ve soyadlar saklanmaz.
    Bir çocuğun fotoğraflarını görme hakkı her onaylandığında bu, tarih, saat, dil ve cihaz türüyle kaydedilir. Fotoğrafçı bunu görebilir.
parent-continue = Devam
find-title = Çocuğunuzun fotoğraflarını bulun
find-first = Adı
find-last = Soyadı
find-group = Sınıf ya da grup
find-group-hint = Ders programında yazdığı gibi, örneğin 3b.
find-class-asked = Lütfen adı ve soyadı bir kez daha, sınıfı da yazın. Bugün burada birçok ad yanlış yazıldı; bu yüzden sınıf da soruluyor.
find-not-found = Bu adla bir şey bulunamadı. Lütfen adın okulun yazdığı gibi yazılıp yazılmadığına bakın. Doğruysa lütfen okula ya da fotoğrafçıya sorun.
list-title = Çocuğunuzu seçin
list-filter = Listede bir ad bulun
list-login = Giriş
list-empty = Listede böyle bir ad yok.
confirm-title = Lütfen onaylayın
confirm-sentence = { $name } adlı çocuğun fotoğraflarını görmeye hakkım var: Yasal velisiyim ya da yasal velisinden iznim var.
confirm-tick-missing = Cümle doğruysa lütfen işaretleyin. Yoksa fotoğraflar gösterilemez.
confirm-button = Onayla ve fotoğrafları göster
confirm-cancel = Vazgeç
confirm-recorded = Onayınız tarih, saat, dil ve cihaz türüyle kaydedilir.

## Okul fotoğrafları: bir çocuğun fotoğrafları

child-title = Fotoğraflar: { $name }
child-own = Portreler
child-group = Grup fotoğrafları: { $group }
child-none-yet = Bu çocuğun henüz fotoğrafı yok. Lütfen daha sonra aynı kodla yeniden gelin.
child-another = Bir çocuk daha ekle

## Okul fotoğrafları: görülecek bir şey olmadığında

job-planning = Fotoğraflar henüz burada değil: { $organisation }. Lütfen kodu saklayın ve daha sonra yeniden gelin.
job-not-published = Fotoğraflar hazırlanıyor. Lütfen kodu saklayın ve birkaç gün sonra yeniden gelin.
job-archived = Bu fotoğraflar arşive kaldırıldı. Hâlâ gerekiyorsa lütfen fotoğrafçıya sorun.
job-ended = Bu fotoğrafların süresi doldu. Artık burada görülemezler.
too-many-children = Güvenliğiniz için bir cihazda günde en çok üç çocuğun fotoğrafları açılabilir. Daha fazlası gerekiyorsa lütfen fotoğrafçıya sorun.

## Okul fotoğrafları: okul çalışanları

staff-title = Okul çalışanları için
staff-view-line = Çekimin tamamını okul çalışanı olarak görüyorsunuz.
staff-may-save = Bu fotoğrafları kaydedebilirsiniz.
staff-no-download = Lütfen bu fotoğraflara yalnızca burada bakın ve onları kaydetmeyin.
staff-group = Sınıf ya da grup
staff-not-photographed = Henüz fotoğrafı çekilmeyenler

## Okul fotoğrafları: basılı kart

card-title = Fotoğraflarınız
card-scan = Kareyi telefonunuzla tarayın ya da kodu şu adreste yazın:
card-keep = Lütfen bu kartı saklayın: Çocuğunuzun fotoğraflarının anahtarıdır.
card-until = Fotoğrafların görülebileceği son gün: { $date }.
extra-card = Ek kart { $number }

## School photographs: around the list and the pictures

children-title = Çocuklarınız
child-all = Tümünü gör
find-button = Fotoğrafları göster
confirm-unnamed = Bu çocuğun fotoğraflarını görmeye hakkım var: Yasal velisiyim ya da yasal velisinden iznim var.
list-login-of = Giriş: { $name }
list-no-group = Sınıfı olmayanlar
