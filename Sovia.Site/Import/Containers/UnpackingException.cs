namespace Sovia.Import.Containers;

/// <summary>Packed bytes turned out to be an attack or beyond all measure.</summary>
public sealed class UnpackingException : IOException
{
    /// <summary>Without a reason.</summary>
    public UnpackingException()
    {
    }

    /// <summary>With a reason for the user.</summary>
    public UnpackingException(string message) : base(message)
    {
    }

    /// <summary>With a reason for the user and what led to it.</summary>
    public UnpackingException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
