using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace HelpDesk.Email.Architecture.Tests.References;

/// <summary>Names each type of the assembly itself that a type definition or a method body mentions.</summary>
internal sealed class ReferenceCollector
{
    private readonly MetadataReader _reader;
    private readonly Action<TypeDefinitionHandle> _found;
    private readonly SignatureWalker _walker;

    public ReferenceCollector(MetadataReader reader, Action<TypeDefinitionHandle> found)
    {
        _reader = reader;
        _found = found;
        _walker = new SignatureWalker(found);
    }

    public void CollectType(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        Collect(type.BaseType);
        foreach (var implementation in type.GetInterfaceImplementations())
        {
            Collect(_reader.GetInterfaceImplementation(implementation).Interface);
        }

        foreach (var field in type.GetFields())
        {
            _reader.GetFieldDefinition(field).DecodeSignature(_walker, null);
        }

        foreach (var method in type.GetMethods())
        {
            var definition = _reader.GetMethodDefinition(method);
            definition.DecodeSignature(_walker, null);
            CollectConstraints(definition.GetGenericParameters());
            CollectAttributes(definition.GetCustomAttributes());
        }

        CollectConstraints(type.GetGenericParameters());
        CollectAttributes(type.GetCustomAttributes());
    }

    public void CollectBody(MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil)
        {
            _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_walker, null);
        }

        foreach (var region in body.ExceptionRegions)
        {
            Collect(region.CatchType);
        }

        foreach (var token in InstructionTokens.Read(body.GetILBytes()!))
        {
            Collect(MetadataTokens.EntityHandle(token));
        }
    }

    private void Collect(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                _found((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                _reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_walker, null);
                break;
            case HandleKind.MethodDefinition:
                _found(_reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                _found(_reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                Collect(_reader.GetMemberReference((MemberReferenceHandle)handle).Parent);
                break;
            case HandleKind.MethodSpecification:
                var specification = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                specification.DecodeSignature(_walker, null);
                Collect(specification.Method);
                break;
        }
    }

    private void CollectConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(parameter => _reader.GetGenericParameter(parameter).GetConstraints()))
        {
            Collect(_reader.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private void CollectAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
        {
            Collect(_reader.GetCustomAttribute(attribute).Constructor);
        }
    }
}
