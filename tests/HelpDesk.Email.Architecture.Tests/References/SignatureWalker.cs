using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace HelpDesk.Email.Architecture.Tests.References;

/// <summary>Decodes signatures only to name the types of the assembly that stand in them.</summary>
internal sealed class SignatureWalker(Action<TypeDefinitionHandle> found) : ISignatureTypeProvider<object?, object?>
{
    public object? GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        found(handle);
        return null;
    }

    public object? GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public object? GetArrayType(object? elementType, ArrayShape shape) => null;

    public object? GetByReferenceType(object? elementType) => null;

    public object? GetFunctionPointerType(MethodSignature<object?> signature) => null;

    public object? GetGenericInstantiation(object? genericType, ImmutableArray<object?> typeArguments) => null;

    public object? GetGenericMethodParameter(object? genericContext, int index) => null;

    public object? GetGenericTypeParameter(object? genericContext, int index) => null;

    public object? GetModifiedType(object? modifier, object? unmodifiedType, bool isRequired) => null;

    public object? GetPinnedType(object? elementType) => null;

    public object? GetPointerType(object? elementType) => null;

    public object? GetPrimitiveType(PrimitiveTypeCode typeCode) => null;

    public object? GetSZArrayType(object? elementType) => null;

    public object? GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => null;
}
