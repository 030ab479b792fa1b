"""Turkish. Words carry their endings, and a negation is often one of them."""

from localization.quality.lexicon import Lexicon

# Case and possessive endings of a noun or number, also behind an apostrophe.
_END = r"(['’]?\w{0,8})"

LEXICON = Lexicon(
    code="tr",
    numbers={
        r"sıfır\w*": "0",
        r"bir(i|inci|er|ini|inin|ine|den|de)?|ilk|tek": "1",
        r"iki(si|nci|şer|sini|sinin|sinde|ye|den|de|nin|si)?|çift": "2",
        r"üç(ü|üncü|er|ünü|te|ten|e)?": "3",
        r"dör(t|dü|düncü|der|dünü|tte|de)": "4",
        r"beş(i|inci|er|ini|te|e)?": "5",
        r"altı(sı|ncı|şar|sını|ya|dan)?": "6",
        r"yedi(si|nci|şer|sini|ye|den)?": "7",
        r"sekiz(i|inci|er|ini|e|de)?": "8",
        r"dokuz(u|uncu|ar|unu|a|da)?": "9",
        r"on(u|uncu|ar|unu|da|dan|a)?": "10",
        r"yirmi(si|nci|şer|ye)?": "20",
        r"otuz(u|uncu|ar|a)?": "30",
        r"kırk(ı|ıncı|ar|a)?": "40",
        r"elli(si|nci|şer|ye)?": "50",
        r"altmış\w{0,4}": "60",
        r"yetmiş\w{0,4}": "70",
        r"seksen\w{0,4}": "80",
        r"doksan\w{0,4}": "90",
        r"yüz": "100",
        r"bin": "1000",
        r"milyon": "1000000",
        r"yarım|yarı(sı\w*)?": "0.5",
        r"çeyrek|çeyreği\w*": "0.25",
    },
    magnitudes={r"bin": "1000", r"milyon": "1000000", r"milyar": "1000000000"},
    units={
        r"milisaniye\w*": "ms",
        r"saniye" + _END: "second",
        r"dakika" + _END + r"|dk": "minute",
        r"saat" + _END: "hour",
        r"gün(de|den|lük|ü|ün|e|ler\w*|lerde|dür|ünde|üne)?|günlüğ\w*|iş günü": "day",
        r"hafta" + _END: "week",
        r"ay(da|dan|lık|ı|ın|a|lar\w*|dır|ına|ında|lığ\w*)?": "month",
        r"yıl(da|dan|lık|ı|ın|a|lar\w*|dır|ında|ına)?|yaş" + _END + r"|sene" + _END: "year",
        r"kez|kere|defa(lık)?|sefer": "time",
        r"miligram" + _END: "mg",
        r"mikrogram" + _END: "µg",
        r"gram" + _END: "g",
        r"kilogram" + _END + r"|kilo": "kg",
        r"mililitre" + _END: "ml",
        r"litre" + _END: "l",
        r"milimetre" + _END: "mm",
        r"santimetre" + _END + r"|santim": "cm",
        r"nanometre" + _END: "nm",
        r"mikrometre" + _END + r"|mikron": "µm",
        r"metre" + _END: "m",
        r"derece" + _END: "°C",
        r"ünite" + _END + r"|birim" + _END: "IU",
        r"yüzde": "%",
        r"watt" + _END + r"|vat": "W",
        r"jul|joule": "J",
        r"hertz" + _END: "Hz",
    },
    half_more=r"buçuk",
    negations=(
        r"\b(değil\w*|yok(tur|sa|ken)?|hayır|asla|hiç(bir)?|kimse\w*|sakın\w*|kaçın\w*|yasak\w*|ne\b.*\bne|olmadan|haricinde|dışında"
        r"|en fazla|en çok|bilinme\w*|imkânsız|imkansız)\b"
        r"|\w{2,}m[ae]z(s[ıi]n[ıi]z|s[ıi]n|l[ae]r|s[ae]n[ıi]z|d[ıi]r|l[ıi]k\w*)?\b"
        r"|\w{2,}m[ae]y[ıiae]n([ıi]z)?\b|\w{2,}m[ae]m[ae]l[ıi]\w*|\w{2,}m[ae]m[ıi]ş\w*|\w{2,}m[ae]d[ıi](\w{0,4})\b"
        r"|\w{2,}m[ıiuü]yor\w*|\w{2,}m[ae]yac\w+|\w{2,}m[ae]yec\w+|\w{2,}m[ae]d[ae]n\b|\w{2,}m[ae]y[ae]n\w*"
        r"|\w{2,}m[ae]ks[ıi]z[ıi]n\b|\w{2,}m[ae]m[ae]\w*|\w{2,}m[ae]d[ıi]ğ\w*|\w{2,}m[ae]s[ıi]n\b|\w{2,}m[ae]zs\w+"
        r"|\w{3,}s[ıiuü]z\b|\w{3,}s[ıiuü]z(d[ıiuü]r|ca|ce|l[ıiuü]k|olarak)\w*"
    ),
    not_negations=r"\b(yalnız(ca)? değil|yüksek|sadece değil|olup olma\w*|nemlen\w*|nadir\w*)\b",
    round_the_clock=r"7/24|24 saat|gece gündüz|haftanın her günü",
    conjunctions=r"\b(ve|veya|ya da|ile)\b",
    unit_first=False,
)
