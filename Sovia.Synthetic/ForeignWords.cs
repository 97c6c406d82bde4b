namespace Sovia.Synthetic;

/// <summary>
/// A few words in other languages and scripts, including two written from right to left and two without spaces.
/// </summary>
internal static class ForeignWords
{
    public static IReadOnlyList<string> German { get; } = Split("""
        die der und mit ein eine auf Frau Mann Kamera langsam Licht Nacht Straße Wald Regen Meer Schnee Himmel dreht lächelt geht
        über größer schöne Mädchen Gesicht Augen Haare Kleid Fenster Brücke Schloss Gebirge Fluss Frühling Träne Sonnenuntergang
        """);

    public static IReadOnlyList<string> Spanish { get; } = Split("""
        la el de y con una un en mujer hombre cámara lentamente luz noche calle bosque lluvia mar nieve cielo gira sonríe camina
        niña señor corazón montaña río otoño mañana sueño ventana puente castillo jardín flor estrella playa viento canción
        """);

    public static IReadOnlyList<string> Russian { get; } = Split("""
        и в на с по женщина мужчина камера медленно свет ночь улица лес дождь море снег небо улыбается идёт танцует смотрит
        девушка лицо глаза волосы платье окно мост замок гора река весна осень мечта сердце звезда ветер цветок песня тишина
        """);

    public static IReadOnlyList<string> Arabic { get; } = Split("""
        في على من مع إلى امرأة رجل كاميرا ببطء ضوء ليل شارع غابة مطر بحر ثلج سماء تبتسم يمشي ترقص ينظر فتاة وجه عيون شعر فستان
        نافذة جسر قلعة جبل نهر ربيع خريف حلم قلب نجمة ريح زهرة أغنية صمت مرحبا
        """);

    public static IReadOnlyList<string> Hebrew { get; } = Split("""
        של על עם את אישה גבר מצלמה לאט אור לילה רחוב יער גשם ים שלג שמיים מחייכת הולך רוקדת מביט נערה פנים עיניים שיער שמלה
        חלון גשר טירה הר נהר אביב סתיו חלום לב כוכב רוח פרח שיר שקט שלום
        """);

    public static IReadOnlyList<string> Japanese { get; } = Split("""
        の に を が と 女性 男性 カメラ ゆっくり 光 夜 街 森 雨 海 雪 空 微笑む 歩く 踊る 見る 少女 顔 目 髪 ドレス 窓 橋 城 山 川 春 秋 夢
        心 星 風 花 歌 静けさ 桜 夕焼け
        """);

    public static IReadOnlyList<string> Chinese { get; } = Split("""
        的 在 和 从 女人 男人 镜头 慢慢 光 夜晚 街道 森林 雨 大海 雪 天空 微笑 行走 跳舞 凝视 少女 脸 眼睛 头发 裙子 窗户 桥 城堡 山 河流
        春天 秋天 梦 心 星星 风 花 歌声 寂静 日落
        """);

    private static string[] Split(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
