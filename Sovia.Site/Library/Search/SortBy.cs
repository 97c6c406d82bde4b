namespace Sovia.Library.Search;

/// <summary>The order of a list. Ties are broken by date, newest first, and then by id.</summary>
public enum SortBy
{
    /// <summary>Newest first.</summary>
    DateDesc,

    /// <summary>Oldest first.</summary>
    DateAsc,

    /// <summary>By the model's name.</summary>
    Model,

    /// <summary>By what it is.</summary>
    Type,

    /// <summary>Most videos first.</summary>
    Videos,

    /// <summary>Liked first.</summary>
    Likes,

    /// <summary>Shuffled by a seed, the same way every time.</summary>
    Random,
}
