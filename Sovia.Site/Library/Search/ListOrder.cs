namespace Sovia.Library.Search;

/// <summary>What comes first in a list. Between equals the newest does, but for <see cref="Oldest"/> and <see cref="Random"/>.</summary>
public enum ListOrder
{
    /// <summary>By date, the newest first.</summary>
    Newest,

    /// <summary>By date, the oldest first.</summary>
    Oldest,

    /// <summary>By the model's name.</summary>
    Model,

    /// <summary>Images before videos.</summary>
    Kind,

    /// <summary>The families with most videos.</summary>
    Videos,

    /// <summary>What is liked.</summary>
    Likes,

    /// <summary>Shuffled; the same seed gives the same order.</summary>
    Random,
}
