namespace Sovia.Duplicates.Decisions;

/// <summary>What a user decides about a group of near duplicates. As a number it stands in the table.</summary>
public enum DuplicateVerdict : short
{
    /// <summary>The same picture: the best is kept, and the rest moves to the trash.</summary>
    Same = 1,

    /// <summary>Variants of one picture, which are linked.</summary>
    Variants = 2,

    /// <summary>Pictures that have nothing to do with each other.</summary>
    Unrelated = 3,

    /// <summary>All are kept as they are.</summary>
    Keep = 4,
}
