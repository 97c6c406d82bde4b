namespace Sovia.Import.Containers;

/// <summary>Packed bytes exceed a limit on unpacking, as in an attack.</summary>
public sealed class DecompressionLimitException : IOException
{
    /// <summary>Creates an exception without a message.</summary>
    public DecompressionLimitException()
    {
    }

    /// <summary>Creates an exception with a message for the user.</summary>
    public DecompressionLimitException(string message) : base(message)
    {
    }

    /// <summary>Creates an exception with a message for the user and its cause.</summary>
    public DecompressionLimitException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
