
namespace Sovia.Synthetic;

/// <summary>The frequencies measured in real exports.</summary>
internal static class ExportStatistics
{
    /// <summary>The share of images with a prompt of their own.</summary>
    public const double ImagePromptRate = 0.35;

    /// <summary>The maximum number of items in a family besides its root.</summary>
    public const int MaxChildren = 86;

    /// <summary>The share of videos that repeat the prompt of another video of the family.</summary>
    public const double RepeatedPromptRate = 0.5;

    /// <summary>The date from which the newer model names occur.</summary>
    public static readonly DateTimeOffset NewModelNamesFrom = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The modes and models of videos.</summary>
    public static readonly WeightedChoice<(string Mode, string Model)> VideoModes = new(
        (("custom", "imagine_w_1"), 0.530),
        (("custom", "imagine_xdit_1"), 0.275),
        (("normal", "imagine_w_1"), 0.080),
        (("normal", "imagine_xdit_1"), 0.080),
        (("extremely-crazy", "imagine_w_1"), 0.012),
        (("extremely-crazy", "imagine_xdit_1"), 0.008),
        (("extremely-spicy-or-crazy", "imagine_xdit_1"), 0.008),
        (("speech", "imagine_w_speech_1"), 0.007));

    /// <summary>The models of images; null for the oldest images, which state no model.</summary>
    public static readonly WeightedChoice<string?> ImageModels = new(("imagine_h_1", 0.91), ("imagine_x_1", 0.04), (null, 0.05));

    /// <summary>Whether a root is liked; null if the export does not say.</summary>
    public static readonly WeightedChoice<bool?> Likes = new((true, 0.90), (false, 0.03), (null, 0.07));

    /// <summary>The account that made a root; 0 is the account that exported everything.</summary>
    public static readonly WeightedChoice<int> Owners = new((0, 0.85), (1, 0.08), (2, 0.04), (3, 0.02), (4, 0.01));

    /// <summary>The file type and the folder of images; a null folder is one that requires sign-in.</summary>
    public static readonly WeightedChoice<(string Type, string? Folder)> ImageLocations = new(
        (("jpeg", null), 0.46), (("png", null), 0.33), (("png", "share-images"), 0.12), (("jpeg", "share-images"), 0.06),
        (("png", "images"), 0.03));

    /// <summary>The dimensions of images.</summary>
    public static readonly WeightedChoice<(int Width, int Height)> ImageSizes = new(
        ((832, 1248), 0.5), ((784, 1168), 0.2), ((1024, 1024), 0.15), ((1248, 832), 0.15));

    /// <summary>Picks the number of items made from a root: mostly 1 to 8, 5 on average, rarely very many.</summary>
    public static int PickChildCount(SyntheticRandom syntheticRandom)
    {
        if (syntheticRandom.NextBool(0.05)) return 0;
        var count = Math.Max(1, (int)Math.Round(syntheticRandom.NextLogNormal(3.15, 1)));
        return count <= MaxChildren ? count : syntheticRandom.NextInt(MaxChildren / 2, MaxChildren);
    }
}
