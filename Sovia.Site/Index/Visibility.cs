namespace Sovia.Index;

/// <summary>Whether lists show a post. The numbers are stored in the tables.</summary>
public enum Visibility : short
{
    /// <summary>Shown in all lists.</summary>
    Visible = 0,

    /// <summary>Hidden by the user.</summary>
    Hidden = 1,

    /// <summary>In the trash, whether or not it was hidden before.</summary>
    Trashed = 2,

    /// <summary>Left the trash because its time there ran out. No longer listed there, but can still be restored.</summary>
    Expired = 3,
}
