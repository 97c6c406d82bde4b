namespace Sovia.Import.Containers;

/// <summary>Packed bytes turned out to be an attack or beyond all measure.</summary>
public sealed class DecompressionLimitException : IOException
{
    /// <summary>Without a reason.</summary>
    public DecompressionLimitException()
    {
    }

    /// <summary>With a reason for the user.</summary>
    public DecompressionLimitException(string message) : base(message)
    {
    }

    /// <summary>With a reason for the user and what led to it.</summary>
    public DecompressionLimitException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
