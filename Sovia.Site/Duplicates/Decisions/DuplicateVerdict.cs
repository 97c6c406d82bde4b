namespace Sovia.Duplicates.Decisions;

/// <summary>A user's verdict on a group of near duplicates. The numbers are stored in the database.</summary>
public enum DuplicateVerdict : short
{
    /// <summary>The same image: keep the best and move the rest to the trash.</summary>
    Same = 1,

    /// <summary>Variants of one image, which are linked.</summary>
    Variants = 2,

    /// <summary>Unrelated images.</summary>
    Unrelated = 3,

    /// <summary>Keep all as they are.</summary>
    Keep = 4,
}
