using Sovia.Index;
using Sovia.Library;
using Sovia.Library.Dates;
using Sovia.Query.Terms;
using Sovia.Tests.Support;
using Sovia.Text;
using Kind = Sovia.Query.Terms.Term;

namespace Sovia.Tests.Query.Terms;

/// <summary>Random families and random terms to search them by.</summary>
internal sealed class RandomTerms(int seed)
{
    private static readonly string[] Vocabulary =
        ["dragon", "dragons", "Dragonfly", "DragonFly", "dragon_fly", "Dragón", "DRAGÓN", "жёлтая", "желтый", "ЖЁЛТАЯ_роза", "роза",
            "γάτος", "ΓΑΤΟΣ", "İSTANBUL", "istanbul", "straße", "STRASSE", "مَرْحَبــًا", "مرحبا", "שָׁלוֹם", "đường_phố", "हिन्दी", "й",
            "и", "castle", "castles", "night", "running", "run", "runs", "it's", "close-up", "猫耳", "夜の猫", "rød", "Noche", "ночью", "ночь",
            "שלום", "snake_case", "%", "x", "100", "❤️", "'", "\\", "a:b", "~dragon", ":m"];

    private static readonly string?[] Models = ["imagine_h_1", "Imagine_X_1", "a'b\\c", "model, two", null];
    private static readonly string?[] Modes = ["custom", "normal", "extremely-crazy", null];

    private static readonly Guid?[] Owners = [new("0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f"), new("1d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f"), null];

    private readonly Random random = new(seed);

    /// <summary>A family of one to six posts.</summary>
    public IReadOnlyList<Post> Family()
    {
        var root = Change(Make.Still());
        var posts = new List<Post> { root };
        for (var i = random.Next(6); i > 0; i--) posts.Add(Change(Make.Clip(posts[random.Next(posts.Count)] with { RootId = root.Id })));
        return posts;
    }

    /// <summary>A tree of terms.</summary>
    public Term Term(int depth = 3) => depth == 0 || random.Next(3) == 0 ? Leaf() : random.Next(3) switch
    {
        0 => new Term.AllOf([.. Enumerable.Range(0, random.Next(4)).Select(_ => Term(depth - 1))]),
        1 => new Term.AnyOf([.. Enumerable.Range(0, random.Next(4)).Select(_ => Term(depth - 1))]),
        _ => new Term.Negation(Term(depth - 1)),
    };

    /// <summary>A term of words alone.</summary>
    public Term Wanted()
    {
        while (true)
            if (Leaf() is var term and (Kind.Word or Kind.Prefix or Kind.Phrase or Kind.Compound)) return term;
    }

    /// <summary>Returns a random prompt.</summary>
    public string CreateText() => Text(6) ?? "";

    private Term Leaf()
    {
        var token = One([.. Tokenizer.GetWords(string.Join(' ', Vocabulary))]);
        return random.Next(30) switch
        {
            0 or 1 => new Term.Word(token, Exact: false),
            2 => new Term.Word(token, Exact: true),
            3 => new Term.Prefix(token[..Math.Min(token.Length, random.Next(1, 5))]),
            20 or 21 => new Term.Compound([.. Tokenizer.GetWords(Text(2) ?? "run"), random.Next(2) == 0 ? token : token[..1]],
                EndsWithPrefix: random.Next(2) == 0),
            4 or 5 =>
                new Term.Phrase([.. Tokenizer.GetWords(Text(2) ?? "run"), .. random.Next(2) == 0 ? [token] : Array.Empty<string>()]) is
                { Tokens.Length: > 0 } phrase ? phrase : new Term.Word(token, true),
            6 => new Term.KindIs(One(MediaKind.Image, MediaKind.Video, MediaKind.Unknown)),
            19 => new Term.CoverIs(One(MediaKind.Image, MediaKind.Video, MediaKind.Unknown)),
            7 => new Term.LikedIs(One<bool?>(true, false, null)),
            8 => new Term.ModelIs(random.Next(2) == 0 ? One(Models) : One(Models)?.ToUpperInvariant()),
            9 => new Term.ModeIs(One(Modes)),
            27 => new Term.ModeStartsWith(One("extremely-", "C", "norm", "x", "custom")),
            28 => new Term.ModelStartsWith(One("imagine_", "IMAGINE_x", "a'b", "model, ", "zzz")),
            10 => new Term.CreatedBetween(One<DateTimeOffset?>(null, Make.Start.AddHours(random.Next(60))),
                One<DateTimeOffset?>(null, Make.Start.AddHours(random.Next(60)))),
            11 => new Term.CountBetween(One(CountKind.Videos, CountKind.Images, CountKind.Items), One<int?>(null, random.Next(4)),
                One<int?>(null, random.Next(5))),
            12 => new Term.HasPrompt(random.Next(2) == 0),
            13 => new Term.IsSafe(random.Next(2) == 0),
            15 => new Term.HostIs(One("assets.grok.com", "ASSETS.grok.com", null, "x.ai")),
            16 => new Term.SeedIs(One("17", "a b", "A B", null, "99")),
            26 => new Term.OwnerIs(One(Owners)),
            17 => new Term.SizeIs(One<FrameSize?>(new(1024, 1536), new(640, 640), null)),
            22 => new Term.PromptIs(PromptKey.ComputeFromClean(Text(2) ?? "run")),
            18 => new Term.OrientationIs(One(Orientation.Portrait, Orientation.Landscape, Orientation.Square)),
            14 => new Term.IsFlagged(One(PostFlag.Moderated, PostFlag.Restricted, PostFlag.Uploaded, PostFlag.Derived)),
            25 => new Term.HasMediaClass(1 << One(0, 1, 2, 3, 4, 8, 9, 10, 11, 12, 13)),
            23 => new Term.DatePartIs(DatePart.Weekday, random.Next(7), TimeZoneOffsets.ForZone(Zone())),
            24 => new Term.DatePartIs(DatePart.Hour, random.Next(24), TimeZoneOffsets.ForZone(Zone())),
            _ => new Term.IsDated(random.Next(2) == 0),
        };
    }

    private TimeZoneInfo Zone() => TimeZones.FindById(One("UTC", "Europe/Berlin", "Asia/Kolkata", "America/Sao_Paulo", "Pacific/Apia"))!;

    private Post Change(Post post) => post with
    {
        Kind = One(MediaKind.Image, MediaKind.Video, MediaKind.Video, MediaKind.Unknown),
        CreatedAt = random.Next(8) == 0 ? null : Make.Start.AddMinutes(random.Next(4000)),
        Liked = One<bool?>(true, false, null),
        MediaUrl = One(post.MediaUrl, post.MediaUrl, null),
        Model = One(Models),
        OwnerId = One(Owners),
        FileMetadata = One<FileMetadata?>(new(null, null, "17"), new(null, null, "a b"), null),
        Width = One<int?>(1024, 640, null),
        Height = One<int?>(1536, 640, null),
        Duration = One<double?>(4.9, 5, 6.04, 13, 60, 0, -1, null),
        Mode = One(Modes),
        Prompt = Text(6),
        OriginalPrompt = Text(4),
        Title = random.Next(6) == 0 ? Text(2) : null,
        Moderated = One<bool?>(true, null),
        Restricted = One<bool?>(true, false, null),
        Uploaded = One<bool?>(true, null, null),
        Derivation = One<string?>("ORIGINAL_REF_TYPE_VIDEO_EDIT", null, null),
        File = random.Next(3) == 0 ? new PostFile
        {
            Sha256 = new string('a', 64),
            Mime = "image/png",
            Length = 1,
            Method = "test",
            Missing = random.Next(2) == 0
        } : null,
    };

    private string? Text(int most) =>
        random.Next(3) == 0 ? null : string.Join(' ', Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => One(Vocabulary)));

    private T One<T>(params T[] values) => values[random.Next(values.Length)];
}
