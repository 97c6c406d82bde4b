namespace Sovia.Index;

/// <summary>Whether lists show a post. As a number it stands in the tables.</summary>
public enum Visibility : short
{
    /// <summary>In all lists.</summary>
    Visible = 0,

    /// <summary>Hidden by the user.</summary>
    Hidden = 1,

    /// <summary>In the trash, hidden before or not.</summary>
    Trashed = 2,

    /// <summary>
    /// It was in the trash for as long as posts stay there. It is not listed there any more either, and can be restored all the same.
    /// </summary>
    Expired = 3,
}
