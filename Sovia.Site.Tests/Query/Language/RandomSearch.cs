using System.Text;

namespace Sovia.Tests.Query.Language;

/// <summary>Random searches, plausible and absurd ones.</summary>
public static class RandomSearch
{
    private static readonly string[] Fragments =
    [
        "dragon", "Dragons", "castle", "castles", "night", "the", "red", "x", "close-up", "don't", "snake_case", "дракон", "драконы", "猫",
        "猫耳", "ドラゴン", "مرحبا", "שלום",
        "blue_eyes", "BlueEyes", "HTMLParser", "snakeTail*", "close-u*", "Café", "CAFE", "=café", "ё", "Ёлка", "ёлк*", "ΓΆΤΟΣ", "γατος",
        "İstanbul", "ısı", "STRASSE", "straße", "مَرْحَبــًا", "שָׁלוֹם", "đường_phố", "हिन्दी", "й",
        "🐉", "👩‍👩‍👧", "❤️", "é", "e\u0301", "e\u200D\u0301", "ﷺ", "ﬁre", "½", "İ", "ß", "\uD83D", "\uDC09", "\0", "\u200B", "\uFEFF",
        "\u0013", "\u0085",
        " ", " ", " ", "  ", "\t", "　", "(", ")", "(", ")", "-", "--", "=", "*", "\"", "\"", "“", "”", "|", " or ", " OR ", "or", ",", ":",
        "..", ">", "<", ">=", "<=", "'", "/", "&", "#", "\\",
        "type:", "type:video", "TYPE:image", "-type:video", "cover:video", "cover:", "model:", "model:a,b", "model:none", "model:\"none\"",
        "model:\"a \"\"b\"\"\"", "mode:custom", "mode:extremely-*", "model:i*,\"j*\"", "mode:-*", "mode:*", "liked:", "liked:yes", "liked:unknown",
        "date:", "date:2025", "date:2025-10", "date:2025-10-01..2025-10-18", "date:>2025-09", "date:week", "date:<30d", "date:2025..2024",
        "date:none", "date:9999", "date:0001..",
        "videos:", "videos:>5", "videos:0", "videos:3..1", "videos:1,4", "images:2..", "items:<3", "items:..", "prompt:none",
        "in:\"my best\"", "in:x", "in:\"", "is:missing", "is:safe", "is:nothing",
        "has:video", "has:prompt", "id:0d5f", "id:0", "id:0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f",
        "import:0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f", "foo:bar", "http://x.y/z?a=b|c", "16:9",
    ];

    public static string Next(Random random)
    {
        var search = new StringBuilder();
        var spaced = random.Next(2) == 0;
        for (var left = random.Next(12); left > 0; left--)
        {
            if (random.Next(4) == 0) search.Append(Noise(random));
            else search.Append(Fragments[random.Next(Fragments.Length)]);
            if (spaced) search.Append(' ');
        }
        return search.ToString();
    }

    private static string Noise(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(3) switch
    {
        0 => ((char)random.Next(0x20, 0x7F)).ToString(),
        1 => ((char)random.Next(0x10000)).ToString(),
        _ => random.Next(0x10000, 0x110000) is var code ? char.ConvertFromUtf32(code) : "",
    }));
}
