module.exports=require("../main/183.index.js");
