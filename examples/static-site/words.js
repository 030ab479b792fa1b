// The few words of this page that the API does not give, in its languages.
const WORDS = {
  en: {
    treatments: "Treatments", search: "Search", none: "Nothing was found.", source: "Source:",
    draft: "Draft. Not published, and not for readers.", refused: "Would not be published as it stands:",
    fault: "The content could not be fetched. Try again in a minute.",
  },
  de: {
    treatments: "Behandlungen", search: "Suchen", none: "Es wurde nichts gefunden.", source: "Quelle:",
    draft: "Entwurf. Nicht veröffentlicht und nicht für Leserinnen und Leser bestimmt.",
    refused: "Würde so nicht veröffentlicht:",
    fault: "Der Inhalt konnte nicht geladen werden. Versuchen Sie es in einer Minute noch einmal.",
  },
  es: {
    treatments: "Tratamientos", search: "Buscar", none: "No se ha encontrado nada.", source: "Fuente:",
    draft: "Borrador. Sin publicar y no destinado al público.", refused: "No se publicaría tal como está:",
    fault: "No se ha podido obtener el contenido. Inténtelo de nuevo en un minuto.",
  },
  fr: {
    treatments: "Traitements", search: "Rechercher", none: "Aucun résultat.", source: "Source :",
    draft: "Brouillon. Non publié et non destiné au public.", refused: "Ne serait pas publié en l’état :",
    fault: "Le contenu n’a pas pu être chargé. Réessayez dans une minute.",
  },
  pl: {
    treatments: "Zabiegi", search: "Szukaj", none: "Nic nie znaleziono.", source: "Źródło:",
    draft: "Wersja robocza. Nieopublikowana i nieprzeznaczona dla czytelników.",
    refused: "W tej postaci nie zostałoby opublikowane:",
    fault: "Nie udało się pobrać treści. Proszę spróbować ponownie za minutę.",
  },
  ar: {
    treatments: "العلاجات", search: "بحث", none: "لم يُعثر على شيء.", source: "المصدر:",
    draft: "مسودة. غير منشورة وليست للقراء.", refused: "لن يُنشر بحالته هذه:",
    fault: "تعذّر جلب المحتوى. حاول مرة أخرى بعد دقيقة.",
  },
  "zh-Hans": {
    treatments: "治疗项目", search: "搜索", none: "没有找到任何内容。", source: "来源：",
    draft: "草稿。尚未发布，不面向读者。", refused: "按现状不会发布：",
    fault: "无法获取内容。请稍后再试。",
  },
  tr: {
    treatments: "Tedaviler", search: "Ara", none: "Hiçbir şey bulunamadı.", source: "Kaynak:",
    draft: "Taslak. Yayımlanmadı ve okurlar için değildir.", refused: "Bu hâliyle yayımlanmaz:",
    fault: "İçerik alınamadı. Bir dakika sonra yeniden deneyin.",
  },
};

/** Return this page's words in a language (a BCP 47 tag); English for one that it does not speak. */
export function words(tag) {
  return WORDS[tag] ?? WORDS.en;
}
