export { ContainerRegistry, type ContainerRegistryProps } from "./container-registry";
export { ImagePullAccess, type ImagePullAccessOptions } from "./image-pull-access";
